// SPDX-License-Identifier: GPL-2.0-only
#include "runtime_abi.h"

#include <llvm/IR/InstIterator.h>
#include <llvm/IR/InstrTypes.h>

using namespace llvm;

/// Address space of memory relative to the %gs segment on x86-64: the kernel's per-CPU area.
static constexpr unsigned PerCpuAddressSpace = 256;

GlobalVariable &rex::perCpuVariable(Module &M, StringRef Name, Target Where) {
  const bool Kernel = Where == Target::Kernel;
  auto *Variable = new GlobalVariable(
      M, Type::getInt64Ty(M.getContext()), /*isConstant=*/false, GlobalValue::ExternalLinkage,
      /*Initializer=*/nullptr, Name, nullptr,
      Kernel ? GlobalValue::NotThreadLocal : GlobalValue::InitialExecTLSModel,
      Kernel ? PerCpuAddressSpace : 0);
  Variable->setDSOLocal(true);
  return *Variable;
}

FunctionCallee rex::panicFunction(Module &M) {
  LLVMContext &Context = M.getContext();
  Type *I64 = Type::getInt64Ty(Context);
  AttributeList Attributes = AttributeList()
                                 .addFnAttribute(Context, Attribute::NoReturn)
                                 .addFnAttribute(Context, Attribute::Cold);
  return M.getOrInsertFunction("rex_panic", Attributes, Type::getVoidTy(Context),
                               PointerType::getUnqual(Context), I64, I64);
}

bool rex::callsTheExtension(const Function &F) {
  for (const Instruction &I : instructions(F))
    if (const auto *Call = dyn_cast<CallBase>(&I))
      if (const Function *Callee = Call->getCalledFunction(); Callee && !Callee->isDeclaration())
        return true;
  return false;
}
