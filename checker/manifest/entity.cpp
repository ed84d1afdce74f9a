// SPDX-License-Identifier: GPL-2.0-only
#include "manifest/entity.h"

#include "context.h"

#include <clang/AST/DeclCXX.h>
#include <llvm/Support/MemoryBuffer.h>

using namespace clang;

namespace rex {

const CXXRecordDecl *hookOf(const Context &C, const FunctionDecl *Function) {
  if (Function->getNumParams() != 1)
    return nullptr;
  const QualType T = Function->getParamDecl(0)->getType();
  if (!T->isLValueReferenceType())
    return nullptr;
  // Nothing but the reference may have needed it so far.
  C.complete(T->getPointeeType(), Function->getLocation());
  return C.annotation(T, "rex::hook").empty() ? nullptr : T->getPointeeType()->getAsCXXRecordDecl();
}

bool isProgram(const Context &C, const FunctionDecl *Function) {
  return Function->hasExternalFormalLinkage() && !Function->isInlined() &&
         !isa<CXXMethodDecl>(Function) && !Function->isTemplateInstantiation() &&
         Function->getDeclContext()->getRedeclContext()->isTranslationUnit() &&
         Function->getIdentifier() && hookOf(C, Function);
}

bool isMap(const Context &C, QualType T) { return !C.annotation(T, "rex::map").empty(); }

bool isSharedObject(const Context &C, QualType T) {
  return isMap(C, T) || !C.annotation(T, "rex::global").empty();
}

std::string licenseOf(const Context &C) {
  constexpr llvm::StringLiteral Tag = "SPDX-License-Identifier:";
  llvm::StringRef Text = C.sources().getBufferData(C.sources().getMainFileID());
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    Line = Line.trim();
    if (!Line.empty() && !Line.starts_with("//") && !Line.starts_with("/*") &&
        !Line.starts_with("*"))
      break; // past the comments at the start
    if (size_t At = Line.find(Tag); At != llvm::StringRef::npos) {
      llvm::StringRef License = Line.drop_front(At + Tag.size());
      License.consume_back("*/");
      return License.trim().str();
    }
    Text = Rest;
  }
  return "";
}

} // namespace rex
