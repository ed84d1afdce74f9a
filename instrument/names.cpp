// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// Symbols as the loader and a reader of a backtrace want them: rex_<extension>__<name>.
///
/// All code goes to .kprobes.text, which the kernel's module loader puts on the blacklist of
/// kprobes: a panic skips an extension's frames, and a kretprobe in one of them would leave the
/// kernel with a return address that nobody comes back to.
#include "passes.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Demangle/Demangle.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Module.h>

using namespace llvm;

namespace {

constexpr StringLiteral TextSection = ".kprobes.text";

/// The last component of a mangled name, as an identifier.
std::string baseName(StringRef Mangled) {
  ItaniumPartialDemangler Demangler;
  std::string Name = Mangled.str();
  // The name of a global variable stands as it is, and can be the mangling of a type: `a` is signed
  // char.
  if (Mangled.starts_with("_Z") && !Demangler.partialDemangle(Name.c_str())) {
    size_t Size = 0;
    char *Base = Demangler.isFunction() ? Demangler.getFunctionBaseName(nullptr, &Size)
                                        : Demangler.finishDemangle(nullptr, &Size);
    if (Base) {
      Name = Base;
      std::free(Base); // NOLINT: the demangler allocates with malloc
    }
    // A variable comes with its scopes.
    if (size_t Scope = Name.rfind("::"); Scope != std::string::npos)
      Name.erase(0, Scope + 2);
  }
  for (char &C : Name)
    if (!isAlnum(C) && C != '_')
      C = '_';
  return Name;
}

/// A function of the module's own, compiled like the others.
Function *makeModuleFunction(Module &M, StringRef Name, Type *Result, const Function &Like) {
  Function *F =
      Function::Create(FunctionType::get(Result, false), GlobalValue::ExternalLinkage, Name, M);
  F->copyAttributesFrom(&Like);
  F->setAttributes(
      AttributeList::get(M.getContext(), AttributeList::FunctionIndex,
                         AttrBuilder(M.getContext(), Like.getAttributes().getFnAttrs())));
  F->setDSOLocal(true);
  return F;
}

/// int init_module(void) and void cleanup_module(void), which tell the runtime of the extension.
/// The loader provides the image, `rex_extension`, that describes it.
void addModuleFunctions(Module &M, const Function &Like) {
  LLVMContext &Context = M.getContext();
  Type *I32 = Type::getInt32Ty(Context);
  Type *Void = Type::getVoidTy(Context);
  PointerType *Pointer = PointerType::getUnqual(Context);
  auto *Image = new GlobalVariable(M, Type::getInt8Ty(Context), /*isConstant=*/false,
                                   GlobalValue::ExternalLinkage, nullptr, "rex_extension");
  Image->setDSOLocal(true);

  Function *Init = makeModuleFunction(M, "init_module", I32, Like);
  IRBuilder<> Builder(BasicBlock::Create(Context, "", Init));
  Builder.CreateRet(
      Builder.CreateCall(M.getOrInsertFunction("rex_extension_init", I32, Pointer), {Image}));

  Function *Exit = makeModuleFunction(M, "cleanup_module", Void, Like);
  Builder.SetInsertPoint(BasicBlock::Create(Context, "", Exit));
  Builder.CreateCall(M.getOrInsertFunction("rex_extension_exit", Void, Pointer), {Image});
  Builder.CreateRetVoid();
}

} // namespace

PreservedAnalyses rex::NamesPass::run(Module &M, ModuleAnalysisManager &) {
  const std::string Prefix = "rex_" + Extension + "__";
  const Function *Program = nullptr;
  SmallVector<GlobalValue *> Local;

  // Programs and maps first: LLVM makes a name unique by changing the later one.
  for (Function &F : M) {
    if (F.isDeclaration())
      continue;
    if (Where == Target::Kernel)
      F.setSection(TextSection);
    if (F.hasLocalLinkage()) {
      Local.push_back(&F);
      continue;
    }
    F.setName(Prefix + baseName(F.getName()));
    if (F.hasExternalLinkage())
      Program = &F;
    else
      F.setLinkage(GlobalValue::InternalLinkage); // an inline function of the SDK
    F.setComdat(nullptr);
  }
  for (GlobalVariable &Variable : M.globals()) {
    if (Variable.isDeclaration() || Variable.isConstant() ||
        Variable.getName().starts_with("llvm."))
      continue;
    Variable.setName(Prefix + baseName(Variable.getName()));
    Variable.setLinkage(GlobalValue::ExternalLinkage); // the loader finds it by name
    Variable.setComdat(nullptr);
    Variable.setDSOLocal(true);
  }
  for (GlobalValue *Value : Local)
    Value->setName(Prefix + baseName(Value->getName()));
  if (Program && Where == Target::Kernel)
    addModuleFunctions(M, *Program);
  return PreservedAnalyses::none();
}
