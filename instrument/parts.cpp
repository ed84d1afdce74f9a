// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// Links the files of an extension into one module.
///
/// `rex build` has compared what the files share: functions declared in headers, and maps.
/// Everything else stays with the file that it was checked in.  Inline functions, instances of
/// templates and constants of headers would be merged by name, whatever a macro made of them in
/// each file; so each file keeps its own, and none calls a body that it was not checked with.
#include "passes.h"

#include <llvm/ADT/StringSet.h>
#include <llvm/IR/DiagnosticInfo.h>
#include <llvm/IR/Module.h>
#include <llvm/IRReader/IRReader.h>
#include <llvm/Linker/Linker.h>
#include <llvm/Support/SourceMgr.h>

using namespace llvm;

namespace {

void makeLocal(GlobalObject &Object) {
  Object.setComdat(nullptr);
  Object.setLinkage(GlobalValue::InternalLinkage);
}

/// What may be defined in several files is this file's own.
void keepApart(Module &M) {
  for (GlobalObject &Object : M.global_objects())
    if (!Object.isDeclaration() && (Object.hasLinkOnceLinkage() || Object.hasWeakLinkage()))
      makeLocal(Object);
  for (GlobalAlias &Alias : M.aliases())
    if (Alias.hasLinkOnceLinkage() || Alias.hasWeakLinkage())
      Alias.setLinkage(GlobalValue::InternalLinkage);
}

/// Of the whole, nothing but programs and maps is visible.
void makeLocal(Module &M, const StringSet<> &Programs) {
  for (Function &F : M)
    if (!F.isDeclaration() && !Programs.contains(F.getName()))
      makeLocal(F);
  for (GlobalVariable &Variable : M.globals())
    if (!Variable.isDeclaration() && Variable.isConstant() && !Variable.hasLocalLinkage())
      makeLocal(Variable);
  for (GlobalAlias &Alias : M.aliases()) // a constructor's other name
    Alias.setLinkage(GlobalValue::InternalLinkage);
}

void fail(Module &M, const Twine &Message) { M.getContext().emitError(Message); }

} // namespace

PreservedAnalyses rex::LinkPartsPass::run(Module &M, ModuleAnalysisManager &) {
  keepApart(M);
  for (const std::string &Path : Parts) {
    SMDiagnostic Error;
    std::unique_ptr<Module> Part = parseIRFile(Path, Error, M.getContext());
    if (!Part) {
      fail(M, "rex: cannot read a part of the extension: " + Error.getMessage());
      return PreservedAnalyses::none();
    }
    keepApart(*Part);
    if (Linker::linkModules(M, std::move(Part))) {
      fail(M, "rex: the parts of the extension do not fit together");
      return PreservedAnalyses::none();
    }
  }
  StringSet<> Visible;
  for (const std::string &Program : Programs)
    Visible.insert(Program);
  makeLocal(M, Visible);
  return PreservedAnalyses::none();
}
