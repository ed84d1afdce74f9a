// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// Inlines the functions of the SDK that check something, so that a failed check is reported where
/// the extension called the SDK.  The optimiser does that for the kernel; without optimisation,
/// for user space, nothing else would.
#include "passes.h"

#include <llvm/ADT/SetVector.h>
#include <llvm/IR/DebugInfoMetadata.h>
#include <llvm/IR/InstrTypes.h>
#include <llvm/IR/Module.h>

using namespace llvm;

namespace {

bool isOfTheSdk(const Function &F) {
  const DISubprogram *Place = F.getSubprogram();
  return Place && !F.isDeclaration() && Place->getFilename().starts_with("/rex/");
}

} // namespace

PreservedAnalyses rex::InlineChecksPass::run(Module &M, ModuleAnalysisManager &) {
  const Function *Trap = M.getFunction("rex_trap");
  if (!Trap)
    return PreservedAnalyses::all();
  // Who calls the check, who of the SDK calls that one, and so on.
  SmallSetVector<const Function *, 16> Checking;
  Checking.insert(Trap);
  for (size_t I = 0; I != Checking.size(); ++I)
    for (const User *U : Checking[I]->users())
      if (const auto *Call = dyn_cast<CallBase>(U); Call && isOfTheSdk(*Call->getFunction()))
        Checking.insert(Call->getFunction());
  for (Function &F : M)
    if (&F != Trap && Checking.contains(&F)) {
      F.removeFnAttr(Attribute::NoInline);
      F.removeFnAttr(Attribute::OptimizeNone);
      F.addFnAttr(Attribute::AlwaysInline);
    }
  return PreservedAnalyses::none();
}
