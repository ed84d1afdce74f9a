// SPDX-License-Identifier: GPL-2.0-only
#include "user_space.hpp"

#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "description.hpp"
#include "json_file.hpp"
#include "process.hpp"
#include "version.hpp"

namespace rex::cli {

namespace {

using Arguments = std::vector<std::string>;

const char* name_of(Sanitizer sanitizer) {
  return sanitizer == Sanitizer::kAddress ? "address" : "memory";
}

/// The caller's: a test may need HOME, a terminal, or what its author gives it.
std::vector<std::string> environment() {
  std::vector<std::string> result;
  for (char** variable = ::environ; *variable; ++variable) result.emplace_back(*variable);
  return result;
}

Result<bool> run_compiler(const Arguments& arguments) {
  auto status = run_process(arguments, environment());
  if (!status) return std::unexpected(std::move(status.error()));
  return *status == 0;
}

/// The description of an extension is C, of no interest to a sanitizer, and quickly compiled.
Result<bool> add_description(UserSpaceProgram& program, const Installation& installation,
                             const std::string& name, const nlohmann::json& manifest,
                             const std::filesystem::path& folder) {
  const auto source = folder / (name + "_description.c");
  const auto object = folder / (name + "_description.o");
  std::ofstream(source) << describe_extension(name, manifest);
  const std::filesystem::path host = installation.prefix / "include" / "rex-host";
  auto compiled = run_compiler({REX_CLANG, "-x", "c", "-std=c17", "-fno-pie", "-isystem",
                                host.string(), "-isystem", installation.abi.string(), "-c", "-o",
                                object.string(), source.string()});
  if (compiled && *compiled) program.objects.push_back(object);
  return compiled;
}

}  // namespace

Result<UserSpaceInstallation> UserSpaceInstallation::find(Sanitizer sanitizer) {
  const auto base = Installation::find();
  if (!base) return std::unexpected(base.error());
  const auto folder = base->prefix / "lib" / "rex" / "host" / name_of(sanitizer);
  UserSpaceInstallation installation{.library = folder / "librex_host.a",
                                     .simulator = folder / "librex_host_simulate.a",
                                     .fuzzer = folder / "librex_host_fuzz.a",
                                     .flags = folder / "test.flags",
                                     .header = folder / "testing.pch",
                                     .symbolizer = {}};
  std::error_code error;
  for (const auto& part : {installation.library, installation.flags, installation.header})
    if (!std::filesystem::exists(part, error))
      return std::unexpected(
          Error{ErrorCode::kIo,
                part.string() + ": missing; tests need the user-space runtime: build all of rex",
                {}});
  const auto clang = std::filesystem::canonical(REX_CLANG, error);
  if (const auto found = clang.parent_path() / "llvm-symbolizer";
      std::filesystem::exists(found, error))
    installation.symbolizer = found;
  return installation;
}

Result<bool> compile_extension(UserSpaceProgram& program, const Installation& installation,
                               const std::filesystem::path& source, const std::string& name,
                               const std::filesystem::path& folder) {
  Compilation compilation;
  compilation.source = source;
  compilation.diagnostics = folder / (name + "_diagnostics.json");
  compilation.manifest = folder / (name + "_manifest.json");
  compilation.object = folder / (name + ".o");
  compilation.extension = name;
  compilation.user_space = program.mode;
  auto accepted = compile(installation, compilation);
  if (!accepted || !*accepted) return accepted;
  program.objects.push_back(compilation.object);

  const nlohmann::json manifest = read_json(compilation.manifest);
  if (!manifest.is_object())
    return std::unexpected(
        Error{ErrorCode::kIo, "the checker wrote no manifest; build or install rex again", {}});
  return add_description(program, installation, name, manifest, folder);
}

Result<bool> compile_test(UserSpaceProgram& program, const UserSpaceInstallation& installation,
                          const std::filesystem::path& source,
                          const std::filesystem::path& folder) {
  const auto object = folder / (source.stem().string() + ".o");
  auto compiled = run_compiler(
      {REX_CLANG, "@" + installation.flags.string(), "-include-pch", installation.header.string(),
       "-Xclang", "-fpch-instantiate-templates", "-c", "-o", object.string(), source.string()});
  if (compiled && *compiled) program.objects.push_back(object);
  return compiled;
}

Result<bool> link_program(const UserSpaceProgram& program,
                          const UserSpaceInstallation& installation,
                          const std::vector<std::string>& libraries,
                          const std::filesystem::path& output) {
  Arguments arguments = {REX_CLANG, "@" + installation.flags.string(), "-no-pie"};
  if (program.mode.coverage) arguments.push_back("-fprofile-instr-generate");
  if (program.mode.fuzz) arguments.push_back("-fsanitize=fuzzer");
  for (const auto& object : program.objects) arguments.push_back(object.string());
  // Whole: a function of the contract that the library has must win over its placeholder.
  arguments.push_back("-Wl,--whole-archive," + installation.library.string() +
                      ",--no-whole-archive");
  arguments.insert(arguments.end(), libraries.begin(), libraries.end());
  arguments.push_back("-o");
  arguments.push_back(output.string());
  return run_compiler(arguments);
}

Result<int> run_program(const UserSpaceInstallation& installation,
                        const std::filesystem::path& program,
                        const std::vector<std::string>& arguments,
                        const std::vector<std::string>& more_environment) {
  Arguments all = {program.string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  auto variables = environment();
  if (!installation.symbolizer.empty())
    for (const char* sanitizer : {"ASAN", "MSAN", "UBSAN"})
      variables.push_back(std::string(sanitizer) +
                          "_SYMBOLIZER_PATH=" + installation.symbolizer.string());
  variables.insert(variables.end(), more_environment.begin(), more_environment.end());
  return run_process(all, variables);
}

}  // namespace rex::cli
