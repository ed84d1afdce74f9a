// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// The runtime's side of what the passes insert (abi/rex/functions.h).
#ifndef REX_INSTRUMENT_RUNTIME_ABI_H
#define REX_INSTRUMENT_RUNTIME_ABI_H

#include "passes.h"

#include <llvm/IR/Module.h>

namespace rex {

/// A 64-bit variable of the runtime: of each CPU in the kernel, of each thread in user space.
llvm::GlobalVariable &perCpuVariable(llvm::Module &M, llvm::StringRef Name, Target Where);

/// void rex_panic(const struct rex_site *, u64, u64), which does not return.
llvm::FunctionCallee panicFunction(llvm::Module &M);

/// Whether a function calls one that the extension defines.
bool callsTheExtension(const llvm::Function &F);

} // namespace rex

#endif
