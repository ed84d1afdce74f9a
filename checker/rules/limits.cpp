// SPDX-License-Identifier: GPL-2.0-only
// Sizes.  The stack bound over all calls is the instrumentation's business; here the one variable
// that could never fit is named.
#include "context.h"

#include <clang/AST/Decl.h>

using namespace clang;

namespace rex {
namespace {

constexpr int64_t LargestLocal = 4096; // bytes, of a stack of 16 KiB that others use, too

class LimitRules : public Family {
public:
  using Family::Family;

  void checkDecl(const Decl *D) override {
    const auto *Var = dyn_cast<VarDecl>(D);
    if (!Var || Var->hasGlobalStorage() || Var->isInvalidDecl())
      return;
    const QualType T = Var->getType();
    if (T->isReferenceType() || T->isDependentType() || T->isIncompleteType())
      return;
    const int64_t Size = C.ast().getTypeSizeInChars(T).getQuantity();
    if (Size > LargestLocal)
      C.report(rules::ObjectSize, Var->getLocation(),
               "'" + Var->getName() + "' takes " + llvm::Twine(Size) + " bytes of the stack");
  }
};

} // namespace

std::unique_ptr<Family> createLimitRules(Context &C) { return std::make_unique<LimitRules>(C); }

} // namespace rex
