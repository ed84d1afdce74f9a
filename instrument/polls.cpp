// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// Termination polls: a decrement of the per-CPU fuel and a branch that is taken when it has run
/// out, to the runtime's rex_poll(), which reads the clock and ends the program over its budget.
///
/// The property: between two polls a program executes a bounded amount of code.  Why these polls
/// give it:
///   - Every cycle of a function's control flow graph has an edge that a depth-first search calls
///     a back-edge, reducible or not, and each has a poll at its source.  So an unpolled path
///     visits each block of a function at most once.
///   - A function that calls functions of the extension has a poll at its entry, unless only
///     dispatch calls it.  So an unpolled path from there calls leaf functions only, each of
///     which is bounded by the first point, and a tree of calls that doubles at each level, or
///     recursion, meets a poll at every inner node.
#include "passes.h"
#include "runtime_abi.h"
#include "sites.h"

#include <llvm/ADT/SetVector.h>
#include <llvm/ADT/Statistic.h>
#include <llvm/Analysis/CFG.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/MDBuilder.h>
#include <llvm/IR/Module.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>

#include <rex/abi.h>

#define DEBUG_TYPE "rex-polls"

using namespace llvm;

STATISTIC(BackEdgePolls, "Number of polls on loop back-edges");
STATISTIC(EntryPolls, "Number of polls at function entries");

namespace {

class PollInserter {
public:
  PollInserter(Module &M, rex::Target Where)
      : Fuel(rex::perCpuVariable(M, "rex_fuel", Where)),
        SlowPath(M.getOrInsertFunction("rex_poll", Type::getVoidTy(M.getContext()),
                                       PointerType::getUnqual(M.getContext()))),
        Places(M), Unlikely(MDBuilder(M.getContext()).createUnlikelyBranchWeights()) {}

  void insertBefore(Instruction *Point) {
    IRBuilder<> Builder(Point);
    Value *Left =
        Builder.CreateSub(Builder.CreateLoad(Builder.getInt64Ty(), &Fuel), Builder.getInt64(1));
    Builder.CreateStore(Left, &Fuel);
    Value *Empty = Builder.CreateICmpSLT(Left, Builder.getInt64(0));
    Builder.SetInsertPoint(
        SplitBlockAndInsertIfThen(Empty, Point->getIterator(), /*Unreachable=*/false, Unlikely));
    Builder.CreateCall(SlowPath, Places.make(*Point, {.Kind = REX_PANIC_BUDGET}));
  }

private:
  GlobalVariable &Fuel;
  FunctionCallee SlowPath;
  rex::Sites Places;
  MDNode *Unlikely;
};

SmallSetVector<Instruction *, 8> backEdges(Function &F) {
  SmallVector<std::pair<const BasicBlock *, const BasicBlock *>> Edges;
  FindFunctionBackedges(F, Edges);
  SmallSetVector<Instruction *, 8> Points;
  for (const auto &Edge : Edges)
    Points.insert(const_cast<BasicBlock *>(Edge.first)->getTerminator());
  return Points;
}

} // namespace

PreservedAnalyses rex::PollsPass::run(Module &M, ModuleAnalysisManager &) {
  SmallSetVector<Instruction *, 32> Points;
  for (Function &F : M) {
    if (F.isDeclaration())
      continue;
    const SmallSetVector<Instruction *, 8> Edges = backEdges(F);
    BackEdgePolls += Edges.size();
    Points.insert(Edges.begin(), Edges.end());
    if (!F.use_empty() && rex::callsTheExtension(F)) {
      ++EntryPolls;
      Points.insert(&*F.getEntryBlock().getFirstNonPHIOrDbgOrAlloca());
    }
  }
  if (Points.empty())
    return PreservedAnalyses::all();
  PollInserter Inserter(M, Where);
  for (Instruction *Point : Points)
    Inserter.insertBefore(Point);
  return PreservedAnalyses::none();
}
