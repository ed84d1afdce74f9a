// SPDX-License-Identifier: GPL-2.0-only
#include "contents.h"

#include "context.h"
#include "manifest/entity.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace rex {

bool holds(const Context &C, QualType T, llvm::function_ref<bool(QualType)> Fits) {
  if (T.isNull())
    return false;
  T = T.getCanonicalType();
  if (Fits(T))
    return true;
  if (const ArrayType *Array = C.ast().getAsArrayType(T))
    return holds(C, Array->getElementType(), Fits);
  const auto *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return false;
  Record = Record->getDefinition();
  if (C.isTrusted(Record)) {
    const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record);
    return Special && llvm::any_of(Special->getTemplateArgs().asArray(), [&](const auto &Argument) {
             return Argument.getKind() == TemplateArgument::Type &&
                    holds(C, Argument.getAsType(), Fits);
           });
  }
  for (const CXXBaseSpecifier &Base : Record->bases())
    if (holds(C, Base.getType(), Fits))
      return true;
  for (const FieldDecl *Field : Record->fields())
    if (holds(C, Field->getType(), Fits))
      return true;
  return false;
}

bool holdsSharedObject(const Context &C, QualType T) {
  return holds(C, T, [&](QualType Part) {
    return !Part->isReferenceType() && isSharedObject(C, Part);
  });
}

bool holdsContext(const Context &C, QualType T) {
  return holds(C, T, [&](QualType Part) {
    return !Part->isReferenceType() && (!C.annotation(Part, "rex::hook").empty() ||
                                        !C.annotation(Part, "rex::context").empty());
  });
}

bool isView(const Context &C, QualType T) {
  if (T.isNull() || T->isReferenceType() || T->isDependentType())
    return false;
  return holds(C, T, [&](QualType Part) {
    return Part->isReferenceType() || !C.annotation(Part, "rex::view").empty() ||
           isCapturingClosure(C, Part);
  });
}

bool isCapturingClosure(const Context &C, QualType T) {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->isLambda())
    return false;
  for (const FieldDecl *Field : Record->fields())
    if (Field->getType()->isReferenceType() || Field->getType()->isPointerType() ||
        isView(C, Field->getType()))
      return true;
  return false;
}

} // namespace rex
