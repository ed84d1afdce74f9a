// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// Where the passes stand in clang's pipeline:
///
///   start        link-parts      an extension of several files becomes one module
///                loader-writes   before anything takes a map's first value for its only one
///                kernel-symbols  before anything moves an offset away from its access
///                capture-traps   conditions as clang wrote them
///                inline-checks   for user space, where nothing else inlines
///   (optimiser)
///   last         lower-traps     everything is inlined that will be
///                polls           every loop is in its final form
///                stack           every call that will be made is there
///                names           nothing looks a function up by name any more
///
/// The sanitizers of an extension that is built for user space come after all of these.
#include "passes.h"

#include <llvm/IR/DebugInfo.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Plugins/PassPlugin.h>
#include <llvm/Support/CommandLine.h>

using namespace llvm;

static cl::opt<std::string> ExtensionName("rex-extension",
                                          cl::desc("Name of the extension, prefix of its symbols"));

static cl::opt<rex::Target> RunsIn("rex-target", cl::desc("Where the extension runs"),
                                   cl::values(clEnumValN(rex::Target::Kernel, "kernel", "a module"),
                                              clEnumValN(rex::Target::User, "user", "a process")),
                                   cl::init(rex::Target::Kernel));

static cl::list<std::string> Parts("rex-part",
                                   cl::desc("Bitcode of another file of the extension"));

static cl::list<std::string> Programs("rex-program",
                                      cl::desc("Symbol of a program, with -rex-part"));

namespace {

/// The loader writes maps, params and atomics: none of them keeps the value that the source gives
/// it, also where clang makes one internal because of a type in an anonymous namespace.
struct LoaderWritesPass : PassInfoMixin<LoaderWritesPass> {
  PreservedAnalyses run(Module &M, ModuleAnalysisManager &) {
    for (GlobalVariable &Variable : M.globals())
      if (Variable.hasInternalLinkage() && !Variable.isConstant())
        Variable.setLinkage(GlobalValue::ExternalLinkage);
    return PreservedAnalyses::none();
  }
  static bool isRequired() { return true; }
};

/// The traps have taken what they need of it, and the object is smaller without.
struct DropDebugInfoPass : PassInfoMixin<DropDebugInfoPass> {
  PreservedAnalyses run(Module &M, ModuleAnalysisManager &) {
    return StripDebugInfo(M) ? PreservedAnalyses::none() : PreservedAnalyses::all();
  }
  static bool isRequired() { return true; }
};

} // namespace

static void addPasses(PassBuilder &Builder) {
  Builder.registerPipelineStartEPCallback([](ModulePassManager &Manager, OptimizationLevel) {
    if (!Parts.empty())
      Manager.addPass(rex::LinkPartsPass(Parts, Programs));
    Manager.addPass(LoaderWritesPass());
    if (RunsIn == rex::Target::Kernel)
      Manager.addPass(rex::KernelSymbolsPass());
    Manager.addPass(rex::CaptureTrapsPass());
    if (RunsIn == rex::Target::User)
      Manager.addPass(rex::InlineChecksPass());
  });
  Builder.registerOptimizerLastEPCallback(
      [](ModulePassManager &Manager, OptimizationLevel, ThinOrFullLTOPhase) {
        Manager.addPass(rex::LowerTrapsPass(RunsIn));
        Manager.addPass(rex::PollsPass(RunsIn));
        Manager.addPass(rex::StackPass(RunsIn));
        Manager.addPass(rex::NamesPass(ExtensionName, RunsIn));
        // In user space debuggers and sanitizers read it.
        if (RunsIn == rex::Target::Kernel)
          Manager.addPass(DropDebugInfoPass());
      });
}

extern "C" __attribute__((visibility("default"))) PassPluginLibraryInfo llvmGetPassPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "rex-instrument", "0.1", addPasses};
}
