// SPDX-License-Identifier: GPL-2.0-only
#include "compiler.hpp"

#include <cstdlib>
#include <vector>

#include "process.hpp"
#include "version.hpp"

namespace rex::cli {

namespace {

using Arguments = std::vector<std::string>;

void append(Arguments& to, std::initializer_list<const char*> more) {
  to.insert(to.end(), more.begin(), more.end());
}

/// What every run of clang begins with.
Arguments compiler() {
  return {REX_CLANG, "--no-default-config", "--target=x86_64-linux-gnu", "-O2"};
}

/// C++ as extensions are written in: freestanding, with no header but the SDK's.
void add_language(Arguments& arguments, const Installation& installation) {
  append(arguments, {"-x", "c++", "-std=c++23", "-ffreestanding", "-nostdinc", "-nostdinc++",
                     "-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics",
                     "-fno-use-cxa-atexit", "-D", "REX_SDK"});
  for (const auto& folder : {installation.sdk, installation.abi})
    append(arguments, {"-isystem", folder.c_str()});
  append(arguments, {"-include", "rex/rex.hpp"});
}

/// Code that runs in a kernel: its code model, its mitigations, no floating point, frame
/// pointers for its backtraces.  One object serves 6.1 and 6.12.
void add_kernel_code(Arguments& arguments) {
  append(arguments,
         {"-mcmodel=kernel", "-fno-pic", "-fno-pie", "-mno-red-zone", "-mno-sse", "-mno-mmx",
          "-mno-sse2", "-mno-avx", "-msoft-float", "-fno-jump-tables", "-mretpoline",
          "-mretpoline-external-thunk", "-mfunction-return=thunk-extern", "-mharden-sls=all",
          "-fcf-protection=branch", "-fno-asynchronous-unwind-tables", "-fno-stack-protector",
          "-mstack-alignment=8", "-fno-omit-frame-pointer", "-fno-common", "-fno-addrsig",
          "-fno-ident", "-fno-function-sections", "-fno-data-sections",
          // The largest frame that the stack checks of the instrumentation allow for.
          "-Wframe-larger-than=4096", "-Werror=frame-larger-than"});
}

/// What the language leaves undefined is given a meaning, and kept from being optimised upon.
void add_defined_behaviour(Arguments& arguments) {
  append(arguments, {"-fno-finite-loops", "-fno-optimize-sibling-calls", "-fstrict-flex-arrays=3",
                     "-ftrivial-auto-var-init=zero", "-fno-strict-aliasing", "-Werror=return-type",
                     "-Werror=dangling", "-Werror=return-stack-address", "-Werror=uninitialized",
                     "-Werror=invalid-noreturn"});
}

/// Checks that become panics.  The instrumentation takes their places from the line table, and
/// drops it.
void add_run_time_checks(Arguments& arguments) {
  const std::string checks =
      "signed-integer-overflow,integer-divide-by-zero,shift,array-bounds,return,unreachable,bool,"
      "enum";
  arguments.push_back("-fsanitize=" + checks);
  arguments.push_back("-fsanitize-trap=" + checks);
  append(arguments, {"-fno-sanitize-merge", "-gline-tables-only"});
}

/// Code that runs in a process.  Panics stay panics; whatever else is undefined ends the process,
/// as no accepted program may do it.  Not optimised, because inlining hides dangling references.
/// Comes after all others: the last option wins.
void add_user_space_code(Arguments& arguments, const UserSpace& user_space) {
  append(arguments, {user_space.optimise ? "-O2" : "-O0", "-g", "-fno-pie",
                     "-fno-omit-frame-pointer", "-fno-sanitize-recover=all"});
  switch (user_space.sanitizer) {
    case Sanitizer::kAddress:
      append(arguments,
             {"-fsanitize=address,null,alignment,pointer-overflow,builtin,"
              "returns-nonnull-attribute,nonnull-attribute,vla-bound",
              "-fsanitize-address-use-after-return=always", "-fsanitize-address-use-after-scope"});
      break;
    case Sanitizer::kMemory:
      // What is initialised for the kernel's safety would hide that the source does not do it.
      append(arguments, {"-fsanitize=memory", "-fsanitize-memory-track-origins",
                         "-ftrivial-auto-var-init=uninitialized"});
      break;
  }
  if (user_space.fuzz) append(arguments, {"-fsanitize=fuzzer-no-link"});
  if (user_space.coverage) append(arguments, {"-fprofile-instr-generate", "-fcoverage-mapping"});
}

/// No path of this machine gets into an object: the same source gives the same bytes.
void add_path_maps(Arguments& arguments, const Installation& installation,
                   const std::filesystem::path& source) {
  const auto map = [&](const std::filesystem::path& from, const char* to) {
    arguments.push_back("-ffile-prefix-map=" + from.string() + "=" + to);
  };
  std::error_code error;
  map(std::filesystem::current_path(error), ".");
  if (source.has_parent_path()) map(source.parent_path() / "", "");
  // The instrumentation knows trusted places by these.  Last, because the last match wins.
  map(installation.sdk, "/rex/sdk");
  map(installation.abi, "/rex/abi");
}

void add_checker(Arguments& arguments, const Installation& installation,
                 const Compilation& compilation) {
  const auto option = [&](const char* name, const std::filesystem::path& value) {
    if (!value.empty())
      arguments.push_back("-fplugin-arg-rex-" + std::string(name) + "=" + value.string());
  };
  arguments.push_back("-fplugin=" + installation.checker.string());
  option("sdk", installation.sdk);
  option("abi", installation.abi);
  option("diagnostics", compilation.diagnostics);
  option("manifest", compilation.manifest);
  if (compilation.part) option("part", "yes");
}

void add_instrumentation(Arguments& arguments, const Installation& installation,
                         const std::string& extension, bool in_user_space = false) {
  // As -fplugin too, so that the option of -mllvm is known when it is read.
  arguments.push_back("-fplugin=" + installation.instrument.string());
  arguments.push_back("-fpass-plugin=" + installation.instrument.string());
  append(arguments, {"-mllvm", ("-rex-extension=" + extension).c_str()});
  if (in_user_space) append(arguments, {"-mllvm", "-rex-target=user"});
}

/// Nothing of the caller's but what colours need.
std::vector<std::string> environment() {
  std::vector<std::string> result = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"};
  if (const char* terminal = std::getenv("TERM")) result.push_back(std::string("TERM=") + terminal);
  return result;
}

/// Coverage watches the preprocessor's tokens, and there is one place for a watcher only: so the
/// checker looks at the source in a run of its own.
bool is_checked_apart(const Compilation& compilation) {
  return compilation.user_space && compilation.user_space->coverage;
}

Arguments command_line(const Installation& installation, const Compilation& compilation) {
  Arguments arguments = compiler();
  add_language(arguments, installation);
  if (!compilation.user_space) add_kernel_code(arguments);
  add_defined_behaviour(arguments);
  add_run_time_checks(arguments);
  if (compilation.user_space) add_user_space_code(arguments, *compilation.user_space);
  add_path_maps(arguments, installation, compilation.source);
  if (!is_checked_apart(compilation)) add_checker(arguments, installation, compilation);
  if (compilation.object.empty()) {
    append(arguments, {"-fsyntax-only"});
  } else if (compilation.part) {
    // Nothing is optimised before everything is linked: the passes take failed checks as clang
    // wrote them.
    append(arguments, {"-emit-llvm", "-Xclang", "-disable-llvm-passes", "-c", "-o",
                       compilation.object.c_str()});
  } else {
    add_instrumentation(arguments, installation, compilation.extension,
                        compilation.user_space.has_value());
    append(arguments, {"-c", "-o", compilation.object.c_str()});
  }
  if (!compilation.contents.empty()) {
    const std::string both = compilation.source.string() + ";" + compilation.contents.string();
    append(arguments, {"-Xclang", "-remap-file", "-Xclang", both.c_str()});
  }
  append(arguments, {"--", compilation.source.c_str()});
  return arguments;
}

/// Returns its exit status.
Result<int> run_compiler(const Arguments& arguments) {
  auto status = run_process(arguments, environment());
  if (status && *status > 128)
    return std::unexpected(
        Error{ErrorCode::kIo, "the compiler crashed; please report it with the source", {}});
  return status;
}

}  // namespace

Result<bool> compile(const Installation& installation, const Compilation& compilation) {
  if (is_checked_apart(compilation)) {
    Compilation check = compilation;
    check.object.clear();
    check.user_space.reset();
    auto accepted = compile(installation, check);
    if (!accepted || !*accepted) return accepted;
  }
  std::error_code error;
  if (!std::filesystem::is_regular_file(compilation.source, error))
    return std::unexpected(
        Error{ErrorCode::kIo, compilation.source.string() + ": there is no such source file", {}});
  auto status = run_compiler(command_line(installation, compilation));
  if (!status) return std::unexpected(std::move(status.error()));
  return *status == 0;
}

std::vector<std::string> check_command(const Installation& installation,
                                       const std::filesystem::path& source) {
  Compilation compilation;
  compilation.source = source;
  return command_line(installation, compilation);
}

Result<void> link(const Installation& installation, const Linking& linking) {
  Arguments arguments = compiler();
  append(arguments, {"-x", "ir"});
  add_kernel_code(arguments);
  add_instrumentation(arguments, installation, linking.extension);
  const auto option = [&](const char* name, const std::string& value) {
    append(arguments, {"-mllvm", (std::string(name) + "=" + value).c_str()});
  };
  for (std::size_t i = 1; i < linking.parts.size(); ++i) option("-rex-part", linking.parts[i]);
  for (const std::string& program : linking.programs) option("-rex-program", program);
  append(arguments, {"-c", "-o", linking.object.c_str(), "--", linking.parts.front().c_str()});

  auto status = run_compiler(arguments);
  if (!status) return std::unexpected(std::move(status.error()));
  if (*status != 0)
    return std::unexpected(Error{
        ErrorCode::kIo, "the checked files could not be linked; please report it with them", {}});
  return {};
}

std::string compiler_path() { return REX_CLANG; }

std::string compiler_name() { return "clang " REX_CLANG_VERSION; }

}  // namespace rex::cli
