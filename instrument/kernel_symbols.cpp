// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// Questions to the kernel's BTF: each call of the SDK's rex_kernel_symbol("question") becomes the
/// address of the undefined symbol rex_kernel:question, which the loader makes absolute.  Then the
/// answer is an operand, or a displacement, of an instruction.
#include "passes.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/InstrTypes.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/ErrorHandling.h>

using namespace llvm;

static Constant *symbolOf(Module &M, StringRef Question) {
  const std::string Name = ("rex_kernel:" + Question).str();
  GlobalVariable *Symbol = M.getGlobalVariable(Name);
  if (!Symbol) {
    Symbol = new GlobalVariable(M, Type::getInt8Ty(M.getContext()), /*isConstant=*/false,
                                GlobalValue::ExternalLinkage, nullptr, Name);
    Symbol->setDSOLocal(true);
    Symbol->setAlignment(Align(1));
  }
  return ConstantExpr::getPtrToInt(Symbol, Type::getInt64Ty(M.getContext()));
}

PreservedAnalyses rex::KernelSymbolsPass::run(Module &M, ModuleAnalysisManager &) {
  Function *Ask = M.getFunction("rex_kernel_symbol");
  if (!Ask)
    return PreservedAnalyses::all();
  while (!Ask->use_empty()) {
    auto *Call = dyn_cast<CallBase>(Ask->user_back());
    StringRef Question;
    if (!Call || !getConstantStringInfo(Call->getArgOperand(0), Question))
      report_fatal_error("a question to the kernel's types is no constant", false);
    Call->replaceAllUsesWith(symbolOf(M, Question));
    Call->eraseFromParent();
  }
  Ask->eraseFromParent();
  return PreservedAnalyses::none();
}
