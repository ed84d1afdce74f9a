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
  if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record);
      Special && C.isTrusted(Record))
    for (const TemplateArgument &Argument : Special->getTemplateArgs().asArray())
      if (Argument.getKind() == TemplateArgument::Type && holds(C, Argument.getAsType(), Fits))
        return true;
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

} // namespace rex
