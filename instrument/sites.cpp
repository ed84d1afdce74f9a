// SPDX-License-Identifier: GPL-2.0-only
#include "sites.h"

#include <llvm/IR/DebugInfoMetadata.h>

using namespace llvm;

/// Where `rex build` maps the folders of the SDK and of the contract (-ffile-prefix-map).
static constexpr StringLiteral TrustedPrefix = "/rex/";

/// Clang puts a trap of its own into a made-up inline function at line 0.
static const DILocation *placeOf(const Instruction &I) {
  const DILocation *Place = I.getDebugLoc().get();
  while (Place && Place->getInlinedAt() &&
         (Place->getLine() == 0 || Place->getFilename().starts_with(TrustedPrefix)))
    Place = Place->getInlinedAt();
  return Place;
}

rex::Sites::Sites(Module &M)
    : M(M), I32(Type::getInt32Ty(M.getContext())), Pointer(PointerType::getUnqual(M.getContext())),
      Type(StructType::get(Pointer, Pointer, I32, I32, I32, I32)) {}

GlobalVariable *rex::Sites::make(const Instruction &I, SiteDetails Details) {
  const DILocation *Place = placeOf(I);
  Constant *Null = ConstantPointerNull::get(Pointer);
  return new GlobalVariable(
      M, Type, /*isConstant=*/true, GlobalValue::PrivateLinkage,
      ConstantStruct::get(Type, {Place ? fileName(Place->getFilename()) : Null,
                                 Details.Message ? Details.Message : Null,
                                 ConstantInt::get(I32, Place ? Place->getLine() : 0),
                                 ConstantInt::get(I32, Place ? Place->getColumn() : 0),
                                 ConstantInt::get(I32, Details.Kind),
                                 ConstantInt::getSigned(I32, Details.Bits)}),
      "rex_site");
}

Constant *rex::Sites::fileName(StringRef Name) {
  Constant *&File = Files[Name];
  if (!File) {
    Constant *Text = ConstantDataArray::getString(M.getContext(), Name);
    auto *Variable = new GlobalVariable(M, Text->getType(), /*isConstant=*/true,
                                        GlobalValue::PrivateLinkage, Text, "rex_file");
    Variable->setUnnamedAddr(GlobalValue::UnnamedAddr::Global);
    Variable->setAlignment(Align(1));
    File = Variable;
  }
  return File;
}
