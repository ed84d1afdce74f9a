// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// Failed checks: from clang's sanitizers (llvm.ubsantrap) and from the SDK (rex_trap), to calls
/// of the runtime's rex_panic() with the file, line and column in the extension's source, and the
/// values that failed.
#include "passes.h"
#include "runtime_abi.h"
#include "sites.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/IR/Dominators.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/ErrorHandling.h>
#include <llvm/Transforms/Utils/Local.h>

#include <rex/abi.h>

using namespace llvm;

namespace {

/// The numbers that clang gives its checks in llvm.ubsantrap: the order of LIST_SANITIZER_CHECKS
/// in clang/lib/CodeGen/SanitizerHandler.h of LLVM 22.
enum SanitizerHandler : uint64_t {
  AddOverflow = 0,
  BuiltinUnreachable = 1,
  DivremOverflow = 3,
  ImplicitConversion = 7,
  LoadInvalidValue = 10,
  MissingReturn = 11,
  MulOverflow = 12,
  NegateOverflow = 13,
  OutOfBounds = 18,
  ShiftOutOfBounds = 20,
  SubOverflow = 21,
};

struct Check {
  rex_panic_kind Kind;
  const char *Operation; // for the message, or null
};

Check checkOf(uint64_t Handler) {
  switch (Handler) {
  case AddOverflow:
    return {REX_PANIC_OVERFLOW, "addition"};
  case SubOverflow:
    return {REX_PANIC_OVERFLOW, "subtraction"};
  case MulOverflow:
    return {REX_PANIC_OVERFLOW, "multiplication"};
  case NegateOverflow:
    return {REX_PANIC_OVERFLOW, "negation"};
  case DivremOverflow:
    return {REX_PANIC_DIVISION, nullptr};
  case ShiftOutOfBounds:
    return {REX_PANIC_SHIFT, nullptr};
  case OutOfBounds:
    return {REX_PANIC_BOUNDS, nullptr};
  case ImplicitConversion:
  case LoadInvalidValue:
    return {REX_PANIC_CONVERSION, nullptr};
  case MissingReturn:
  case BuiltinUnreachable:
  default:
    return {REX_PANIC_UNREACHABLE, nullptr};
  }
}

struct Operands {
  Value *First = nullptr;
  Value *Second = nullptr;
  bool Signed = false;
};

/// The condition that guards a trap, as clang wrote it: the branch of its only predecessor.
Value *guardOf(const BasicBlock &Block) {
  const BasicBlock *Guard = Block.getSinglePredecessor();
  const auto *Branch = Guard ? dyn_cast<BranchInst>(Guard->getTerminator()) : nullptr;
  return Branch && Branch->isConditional() ? Branch->getCondition() : nullptr;
}

/// The division or shift that the check lets through: the first one where control goes on.
Operands operationAfter(const BasicBlock &Trap, bool Division) {
  const BasicBlock *Guard = Trap.getSinglePredecessor();
  if (!Guard)
    return {};
  for (const BasicBlock *Next : successors(Guard)) {
    if (Next == &Trap)
      continue;
    for (const Instruction &I : *Next) {
      const auto *Operation = dyn_cast<BinaryOperator>(&I);
      if (Operation && (Division ? Operation->isIntDivRem() : Operation->isShift()))
        return {Operation->getOperand(0), Operation->getOperand(1),
                Operation->getOpcode() == Instruction::SDiv ||
                    Operation->getOpcode() == Instruction::SRem ||
                    Operation->getOpcode() == Instruction::AShr};
    }
  }
  return {};
}

Operands operandsOf(Value *Guard) {
  // A check that holds continues, so clang may negate what it computed.
  if (auto *Negation = dyn_cast_or_null<BinaryOperator>(Guard);
      Negation && Negation->getOpcode() == Instruction::Xor)
    Guard = Negation->getOperand(0);
  if (auto *Extract = dyn_cast_or_null<ExtractValueInst>(Guard))
    if (auto *Overflow = dyn_cast<WithOverflowInst>(Extract->getAggregateOperand()))
      return {Overflow->getLHS(), Overflow->getRHS(), Overflow->isSigned()};
  if (auto *Compare = dyn_cast_or_null<ICmpInst>(Guard))
    return {Compare->getOperand(0), Compare->getOperand(1), false};
  return {};
}

bool fitsARegister(const Value *V) {
  return V && V->getType()->isIntegerTy() && V->getType()->getIntegerBitWidth() <= 64;
}

/// The declaration of the SDK's rex_trap(kind, first, second, bits, message).
FunctionCallee trapFunction(Module &M) {
  LLVMContext &Context = M.getContext();
  Type *I32 = Type::getInt32Ty(Context);
  Type *I64 = Type::getInt64Ty(Context);
  AttributeList Attributes = AttributeList().addFnAttribute(Context, Attribute::NoReturn);
  return M.getOrInsertFunction("rex_trap", Attributes, Type::getVoidTy(Context), I32, I64, I64, I32,
                               PointerType::getUnqual(Context));
}

void capture(IntrinsicInst &Trap, FunctionCallee TrapFunction, const DominatorTree &Dominators) {
  const Check Failed = checkOf(cast<ConstantInt>(Trap.getArgOperand(0))->getZExtValue());
  Operands Values;
  if (Failed.Kind == REX_PANIC_DIVISION || Failed.Kind == REX_PANIC_SHIFT)
    Values = operationAfter(*Trap.getParent(), Failed.Kind == REX_PANIC_DIVISION);
  else if (Failed.Kind != REX_PANIC_UNREACHABLE)
    Values = operandsOf(guardOf(*Trap.getParent()));

  IRBuilder<> Builder(&Trap);
  auto Wide = [&](Value *V) -> Value * {
    if (!fitsARegister(V))
      return Builder.getInt64(0);
    // A value of the block that was not executed does not reach the trap.
    if (auto *I = dyn_cast<Instruction>(V); I && !Dominators.dominates(I, &Trap))
      return Builder.getInt64(0);
    return Builder.CreateIntCast(V, Builder.getInt64Ty(), Values.Signed);
  };
  Value *First = Wide(Values.First);
  Value *Second = Wide(Values.Second);
  const int32_t Bits = fitsARegister(Values.First)
                           ? static_cast<int32_t>(Values.First->getType()->getIntegerBitWidth())
                           : 0;
  Constant *Message = ConstantPointerNull::get(Builder.getPtrTy());
  if (Failed.Operation)
    Message = Builder.CreateGlobalString(Failed.Operation);
  CallInst *Call =
      Builder.CreateCall(TrapFunction, {Builder.getInt32(Failed.Kind), First, Second,
                                        Builder.getInt32(Values.Signed ? -Bits : Bits), Message});
  Call->setDebugLoc(Trap.getDebugLoc());
  Call->addFnAttr(Attribute::NoMerge);
  Call->addFnAttr(Attribute::Cold);
  Trap.eraseFromParent();
}

/// The site of a check.  The SDK passes literals for what describes it, but without optimisation
/// a literal may come through a variable: then the site is filled where the check fails.
Value *siteOf(CallInst &Trap, rex::Sites &Sites, rex::Target Where) {
  auto *Kind = dyn_cast<ConstantInt>(Trap.getArgOperand(0));
  auto *Bits = dyn_cast<ConstantInt>(Trap.getArgOperand(3));
  auto *Message = dyn_cast<Constant>(Trap.getArgOperand(4));
  const bool Complete = Kind && Bits && Message;
  if (!Complete && Where == rex::Target::Kernel)
    report_fatal_error("a panic of the SDK has no constant description", false);
  GlobalVariable *Site =
      Sites.make(Trap, {.Kind = Kind ? static_cast<uint32_t>(Kind->getZExtValue()) : 0,
                        .Bits = Bits ? static_cast<int32_t>(Bits->getSExtValue()) : 0,
                        .Message = Message});
  if (Complete)
    return Site;
  Site->setConstant(false);
  IRBuilder<> Builder(&Trap);
  auto Store = [&](unsigned Member, unsigned Argument) {
    Builder.CreateStore(Trap.getArgOperand(Argument),
                        Builder.CreateStructGEP(Site->getValueType(), Site, Member));
  };
  Store(1, 4); // message, kind, bits: as struct rex_site has them
  Store(4, 0);
  Store(5, 3);
  return Site;
}

void lower(CallInst &Trap, FunctionCallee Panic, rex::Sites &Sites, rex::Target Where) {
  Value *Site = siteOf(Trap, Sites, Where);
  CallInst *Call =
      IRBuilder<>(&Trap).CreateCall(Panic, {Site, Trap.getArgOperand(1), Trap.getArgOperand(2)});
  Call->setDebugLoc(Trap.getDebugLoc());
  Call->addFnAttr(Attribute::NoMerge);
  Instruction *After = Trap.getNextNode();
  Trap.eraseFromParent();
  // Clang checks that what is declared not to return does not; the runtime's panic does not.
  if (!isa<UnreachableInst>(After))
    changeToUnreachable(After);
}

} // namespace

PreservedAnalyses rex::CaptureTrapsPass::run(Module &M, ModuleAnalysisManager &) {
  bool Changed = false;
  for (Function &F : M) {
    SmallVector<IntrinsicInst *> Traps;
    for (Instruction &I : instructions(F))
      if (auto *Trap = dyn_cast<IntrinsicInst>(&I);
          Trap && Trap->getIntrinsicID() == Intrinsic::ubsantrap)
        Traps.push_back(Trap);
    if (Traps.empty())
      continue;
    const DominatorTree Dominators(F); // a capture changes no control flow
    FunctionCallee TrapFunction = trapFunction(M);
    for (IntrinsicInst *Trap : Traps)
      capture(*Trap, TrapFunction, Dominators);
    Changed = true;
  }
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

PreservedAnalyses rex::LowerTrapsPass::run(Module &M, ModuleAnalysisManager &) {
  Function *TrapFunction = M.getFunction("rex_trap");
  if (!TrapFunction)
    return PreservedAnalyses::all();
  rex::Sites Sites(M);
  FunctionCallee Panic = rex::panicFunction(M);
  // What follows a trap goes with it, and may hold another.
  while (!TrapFunction->use_empty())
    lower(*cast<CallInst>(TrapFunction->user_back()), Panic, Sites, Where);
  TrapFunction->eraseFromParent();
  return PreservedAnalyses::none();
}
