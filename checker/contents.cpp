// SPDX-License-Identifier: GPL-2.0-only
#include "contents.h"

#include "context.h"
#include "manifest/entity.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace rex {

llvm::SmallVector<QualType, 4> typeArguments(llvm::ArrayRef<TemplateArgument> All) {
  llvm::SmallVector<QualType, 4> Types;
  for (const TemplateArgument &Argument : All) {
    if (Argument.getKind() == TemplateArgument::Type)
      Types.push_back(Argument.getAsType());
    else if (Argument.getKind() == TemplateArgument::Pack)
      llvm::append_range(Types, typeArguments(Argument.pack_elements()));
  }
  return Types;
}

llvm::SmallVector<QualType, 4> typeArguments(const CXXRecordDecl *Record) {
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record);
  return Special ? typeArguments(Special->getTemplateArgs().asArray())
                 : llvm::SmallVector<QualType, 4>();
}

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
  if (C.isTrusted(Record))
    return llvm::any_of(typeArguments(Record), [&](QualType T) { return holds(C, T, Fits); });
  for (const CXXBaseSpecifier &Base : Record->bases())
    if (holds(C, Base.getType(), Fits))
      return true;
  for (const FieldDecl *Field : Record->fields())
    if (holds(C, Field->getType(), Fits))
      return true;
  return false;
}

bool holdsSharedObject(const Context &C, QualType T) {
  return holds(C, T,
               [&](QualType Part) { return !Part->isReferenceType() && isSharedObject(C, Part); });
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
