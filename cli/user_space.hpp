// SPDX-License-Identifier: GPL-2.0-only
// Extensions as programs of a process: with the runtime of host/ and a sanitizer.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "compiler.hpp"
#include "rex/error.hpp"

namespace rex::cli {

/// Where the user-space parts of Rex are: <prefix>/lib/rex/host/<variant>, <prefix>/include.
struct UserSpaceInstallation {
  std::filesystem::path library;     // the runtime
  std::filesystem::path simulator;   // main() of rex simulate
  std::filesystem::path fuzzer;      // the entry point of rex fuzz
  std::filesystem::path flags;       // a response file: how to compile a test
  std::filesystem::path header;      // rex/testing.hpp, precompiled with these flags
  std::filesystem::path symbolizer;  // of the sanitizers; empty where there is none

  /// Errors: kIo: a part is missing.
  static Result<UserSpaceInstallation> find(Sanitizer sanitizer);
};

/// What a link is made of.
struct UserSpaceProgram {
  UserSpace mode;
  std::vector<std::filesystem::path> objects;
};

/// Checks an extension's source and compiles it for user space; adds its objects to the program.
/// `folder` is for what the compilation writes.  Returns false if the source is not accepted.
/// Errors: kIo, kBusy.
Result<bool> compile_extension(UserSpaceProgram& program, const Installation& installation,
                               const std::filesystem::path& source, const std::string& name,
                               const std::filesystem::path& folder);

/// Compiles a GoogleTest source; adds its object.  Returns false if the compiler refuses it.
Result<bool> compile_test(UserSpaceProgram& program, const UserSpaceInstallation& installation,
                          const std::filesystem::path& source, const std::filesystem::path& folder);

/// Links the program.  `main` is a library with main() and what it needs: "-lgmock_main", ….
Result<bool> link_program(const UserSpaceProgram& program,
                          const UserSpaceInstallation& installation,
                          const std::vector<std::string>& libraries,
                          const std::filesystem::path& output);

/// Runs a linked program, with these arguments after its name and the caller's environment.
/// Returns its exit status as run_process() does.
Result<int> run_program(const UserSpaceInstallation& installation,
                        const std::filesystem::path& program,
                        const std::vector<std::string>& arguments,
                        const std::vector<std::string>& more_environment = {});

}  // namespace rex::cli
