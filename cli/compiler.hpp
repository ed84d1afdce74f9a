// SPDX-License-Identifier: GPL-2.0-only
// The one way in which Rex calls clang.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "installation.hpp"
#include "rex/error.hpp"

namespace rex::cli {

/// What watches an extension in user space, beside UndefinedBehaviorSanitizer.
enum class Sanitizer { kAddress, kMemory };

/// An extension that runs in a process, with the runtime of host/.
struct UserSpace {
  Sanitizer sanitizer = Sanitizer::kAddress;
  bool optimise = false;  // as for the kernel, -O2: hides faults from the sanitizers
  bool coverage = false;  // counts what is executed, for llvm-cov
  bool fuzz = false;      // tells libFuzzer what is executed
};

/// What is asked of clang.  The files are written by it, and absent if it fails early.
struct Compilation {
  std::filesystem::path source;
  std::filesystem::path contents;  // in place of the source's own, to check only; may be empty
  bool part = false;  // one of several files of an extension: an object is bitcode to be linked
  std::filesystem::path diagnostics;    // JSON, of the checker
  std::filesystem::path manifest;       // JSON, of the checker; may be empty
  std::filesystem::path object;         // empty: only check
  std::string extension;                // name, where there is an object
  std::optional<UserSpace> user_space;  // none: for the kernel
};

/// Checks a source against the rules, and compiles it.  clang prints what is wrong.
///
/// The whole command line and the environment are made here: an option or a variable that a
/// user could add (-D, -w, -fno-access-control, CPATH, CCC_OVERRIDE_OPTIONS) could take a
/// guarantee away.
/// Returns false if the source is not accepted.
/// Errors: kIo, kBusy.
Result<bool> compile(const Installation& installation, const Compilation& compilation);

/// The command line that checks a source, for tools that want to know it.
std::vector<std::string> check_command(const Installation& installation,
                                       const std::filesystem::path& source);

/// What is asked of clang where an extension has several files.
struct Linking {
  std::vector<std::filesystem::path> parts;  // bitcode, at least one; their order is kept
  std::vector<std::string> programs;         // symbols
  std::filesystem::path object;
  std::string extension;  // name
};

/// Makes one object of checked files, instrumented as a whole.
/// Errors: kIo, kBusy.
Result<void> link(const Installation& installation, const Linking& linking);

/// The program that is called.
std::string compiler_path();

/// "clang 22.1.8"
std::string compiler_name();

}  // namespace rex::cli
