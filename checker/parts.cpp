// SPDX-License-Identifier: GPL-2.0-only
#include "parts.h"

#include "context.h"
#include "manifest/entity.h"

#include <clang/AST/DeclCXX.h>

using namespace clang;

namespace rex {

bool isInProjectHeader(const Context &C, SourceLocation Loc) {
  const SourceLocation Place = C.trust().fileLocation(Loc);
  return Place.isValid() && !C.isTrusted(Place) &&
         C.sources().getFileID(Place) != C.sources().getMainFileID();
}

bool isOneForAllFiles(const FunctionDecl *Function) {
  return Function->isExternallyVisible() && !Function->isInlined() && !Function->isTemplated() &&
         Function->getTemplatedKind() == FunctionDecl::TK_NonTemplate && !Function->isDeleted() &&
         !Function->isImplicit() && !Function->getCanonicalDecl()->isDefaulted();
}

static bool hasDeclarationInHeader(const Context &C, const Decl *D) {
  return llvm::any_of(D->redecls(), [&](const Decl *Each) {
    return isInProjectHeader(C, Each->getLocation()) &&
           !Each->getLexicalDeclContext()->isFunctionOrMethod();
  });
}

bool isShared(const Context &C, const FunctionDecl *Function) {
  return !C.options().Part.empty() && isOneForAllFiles(Function) &&
         hasDeclarationInHeader(C, Function);
}

bool isShared(const Context &C, const VarDecl *Var) {
  return !C.options().Part.empty() && Var->isFileVarDecl() && !Var->isStaticDataMember() &&
         Var->isExternallyVisible() && !Var->isInline() && !Var->getType()->isReferenceType() &&
         isSharedObject(C, Var->getType()) && hasDeclarationInHeader(C, Var);
}

} // namespace rex
