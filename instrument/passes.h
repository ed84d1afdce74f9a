// SPDX-License-Identifier: GPL-2.0-only
/// \file
/// The passes of the plugin, one a file.
#ifndef REX_INSTRUMENT_PASSES_H
#define REX_INSTRUMENT_PASSES_H

#include <llvm/IR/PassManager.h>

#include <string>
#include <vector>

namespace rex {

/// Where the extension runs.
enum class Target {
  Kernel, ///< as a module, with the runtime rex.ko
  User,   ///< in a process, with the runtime of host/
};

/// Makes one module of an extension of several files.  Runs before everything else, so that all
/// that follows sees the whole.
struct LinkPartsPass : llvm::PassInfoMixin<LinkPartsPass> {
  /// Programs: the symbols of the functions that stay visible.
  LinkPartsPass(std::vector<std::string> Parts, std::vector<std::string> Programs)
      : Parts(std::move(Parts)), Programs(std::move(Programs)) {}
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }

private:
  std::vector<std::string> Parts; // files of bitcode
  std::vector<std::string> Programs;
};

/// Makes symbols of questions to the kernel's BTF.  For the kernel only: in user space a function
/// of host/ answers them.
struct KernelSymbolsPass : llvm::PassInfoMixin<KernelSymbolsPass> {
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

/// Puts llvm.ubsantrap into the form of the SDK's own failed checks, with the values that
/// failed.  Runs before any optimisation, while clang's conditions are still as it wrote them.
struct CaptureTrapsPass : llvm::PassInfoMixin<CaptureTrapsPass> {
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

/// Inlines the functions of the SDK that check something.  Runs right after capture-traps.
struct InlineChecksPass : llvm::PassInfoMixin<InlineChecksPass> {
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

/// Replaces each failed check (rex_trap) by rex_panic() with the place in the extension's source.
/// Runs after inlining, so that a check inside the SDK is reported where the user called it.
struct LowerTrapsPass : llvm::PassInfoMixin<LowerTrapsPass> {
  explicit LowerTrapsPass(Target Where) : Where(Where) {}
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }

private:
  Target Where;
};

/// Inserts termination polls.  Runs after the last optimisation, so that none is lost.
struct PollsPass : llvm::PassInfoMixin<PollsPass> {
  explicit PollsPass(Target Where) : Where(Where) {}
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }

private:
  Target Where;
};

/// Inserts stack checks.
struct StackPass : llvm::PassInfoMixin<StackPass> {
  explicit StackPass(Target Where) : Where(Where) {}
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }

private:
  Target Where;
};

/// Gives symbols their names; for the kernel also their sections, and the module its init and
/// exit functions.
struct NamesPass : llvm::PassInfoMixin<NamesPass> {
  NamesPass(std::string Extension, Target Where) : Extension(std::move(Extension)), Where(Where) {}
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }

private:
  std::string Extension;
  Target Where;
};

} // namespace rex

#endif
