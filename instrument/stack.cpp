// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// Stack checks: an overflow of a kernel stack is fatal to the machine, so a program panics before.
///
/// The runtime sets a per-CPU limit for each invocation and does not start a program with less
/// than MaxFrame bytes above it.  Below the limit it keeps room for one frame of MaxFrame bytes and
/// for the runtime's own functions.  Why a comparison at some entries is enough:
///   - `rex build` refuses frames over MaxFrame (-Wframe-larger-than), so a program's own frame
///     ends at or above the limit.
///   - A function that calls functions of the extension compares the stack pointer, which by then
///     includes its own frame, with the limit.  So every call in the extension is made at or above
///     the limit.
///   - A function that calls none may go one frame below it, which is the room kept.
/// In user space the limit is that of the process's own stack, with far more room below it, because
/// frames without optimisation have no bound.
#include "passes.h"
#include "runtime_abi.h"
#include "sites.h"

#include <llvm/ADT/Statistic.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/MDBuilder.h>
#include <llvm/IR/Module.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>

#include <rex/abi.h>

#define DEBUG_TYPE "rex-stack"

using namespace llvm;

STATISTIC(StackChecks, "Number of functions that check the stack");

namespace {

Value *stackPointer(IRBuilder<> &Builder) {
  LLVMContext &Context = Builder.getContext();
  MDNode *Register = MDNode::get(Context, MDString::get(Context, "rsp"));
  return Builder.CreateIntrinsic(Intrinsic::read_register, {Builder.getInt64Ty()},
                                 {MetadataAsValue::get(Context, Register)});
}

/// What would go too deep: the first call of the extension's own.
const Instruction &firstCall(const Function &F) {
  for (const Instruction &I : instructions(F))
    if (const auto *Call = dyn_cast<CallBase>(&I))
      if (const Function *Callee = Call->getCalledFunction(); Callee && !Callee->isDeclaration())
        return I;
  return F.getEntryBlock().front();
}

void insertCheck(Function &F, GlobalVariable &Limit, FunctionCallee Panic, rex::Sites &Sites) {
  Instruction *Point = &*F.getEntryBlock().getFirstNonPHIOrDbgOrAlloca();
  const Instruction &Place = firstCall(F);
  IRBuilder<> Builder(Point);
  Value *Pointer = stackPointer(Builder);
  Value *Lowest = Builder.CreateLoad(Builder.getInt64Ty(), &Limit);
  Value *Exhausted = Builder.CreateICmpULT(Pointer, Lowest);
  MDNode *Unlikely = MDBuilder(F.getContext()).createUnlikelyBranchWeights();
  Builder.SetInsertPoint(
      SplitBlockAndInsertIfThen(Exhausted, Point->getIterator(), /*Unreachable=*/true, Unlikely));
  Builder.CreateCall(Panic, {Sites.make(Place, {.Kind = REX_PANIC_STACK}),
                             Builder.CreateSub(Lowest, Pointer), Builder.getInt64(0)});
}

} // namespace

PreservedAnalyses rex::StackPass::run(Module &M, ModuleAnalysisManager &) {
  SmallVector<Function *> Callers;
  for (Function &F : M)
    if (!F.isDeclaration() && !F.use_empty() && callsTheExtension(F))
      Callers.push_back(&F);
  if (Callers.empty())
    return PreservedAnalyses::all();
  StackChecks += Callers.size();
  GlobalVariable &Limit = perCpuVariable(M, "rex_stack_limit", Where);
  FunctionCallee Panic = panicFunction(M);
  rex::Sites Sites(M);
  for (Function *F : Callers)
    insertCheck(*F, Limit, Panic, Sites);
  return PreservedAnalyses::none();
}
