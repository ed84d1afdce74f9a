// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// Places in the extension's source, as constant data: struct rex_site of the contract.
#ifndef REX_INSTRUMENT_SITES_H
#define REX_INSTRUMENT_SITES_H

#include <llvm/ADT/StringMap.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Module.h>

namespace rex {

/// What a site says beside the place.
struct SiteDetails {
  uint32_t Kind; // enum rex_panic_kind
  int32_t Bits = 0;
  llvm::Constant *Message = nullptr;
};

class Sites {
public:
  explicit Sites(llvm::Module &M);

  /// The site of an instruction: where its code stands in the extension's source.  An instruction
  /// that was inlined from the SDK is the fault of who called the SDK.
  llvm::GlobalVariable *make(const llvm::Instruction &I, SiteDetails Details);

private:
  llvm::Constant *fileName(llvm::StringRef Name);

  llvm::Module &M;
  llvm::Type *I32;
  llvm::PointerType *Pointer;
  llvm::StructType *Type;
  llvm::StringMap<llvm::Constant *> Files;
};

} // namespace rex

#endif
