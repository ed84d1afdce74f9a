// SPDX-License-Identifier: GPL-2.0-only
// rex fuzz FILE: looks for inputs with which an extension goes wrong, in user space.
#include <fmt/core.h>

#include <memory>

#include "report.hpp"
#include "temporary.hpp"
#include "user_space.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

namespace fs = std::filesystem;

struct FuzzOptions {
  fs::path source;
  fs::path corpus;
  fs::path artifacts = ".";
  fs::path input;
  unsigned seconds = 60;
  unsigned runs = 0;
  bool allow_panics = false;
  UserSpace mode{.fuzz = true};
};

Result<fs::path> build_fuzzer(const FuzzOptions& options, const UserSpaceInstallation& user_space,
                              const fs::path& folder) {
  const auto installation = Installation::find();
  if (!installation) return std::unexpected(installation.error());
  UserSpaceProgram program{.mode = options.mode, .objects = {}};
  auto built = compile_extension(program, *installation, options.source,
                                 options.source.stem().string(), folder);
  const fs::path executable = folder / "fuzz";
  if (built && *built)
    built = link_program(program, user_space, {user_space.fuzzer.string(), "-lgmock", "-lgtest"},
                         executable);
  if (!built) return std::unexpected(std::move(built.error()));
  return *built ? executable : fs::path();
}

/// The arguments of libFuzzer.
Result<std::vector<std::string>> arguments_of(const FuzzOptions& options, const fs::path& corpus) {
  if (!options.input.empty()) return std::vector<std::string>{options.input.string()};
  std::error_code error;
  for (const fs::path& folder : {options.artifacts, corpus}) {
    fs::create_directories(folder, error);
    if (error)
      return std::unexpected(Error{ErrorCode::kIo, folder.string() + ": " + error.message(), {}});
  }
  std::vector<std::string> arguments = {
      "-max_total_time=" + std::to_string(options.seconds), "-timeout=10", "-max_len=4096",
      "-artifact_prefix=" + (options.artifacts / "").string(), "-print_final_stats=1"};
  if (options.runs != 0) arguments.push_back("-runs=" + std::to_string(options.runs));
  arguments.push_back(corpus.string());
  return arguments;
}

/// Returns whether the extension was accepted, and no input went wrong.
Result<bool> fuzz(const FuzzOptions& options) {
  const auto user_space = UserSpaceInstallation::find(Sanitizer::kAddress);
  if (!user_space) return std::unexpected(user_space.error());
  const auto folder = TemporaryFolder::create();
  if (!folder) return std::unexpected(folder.error());
  const auto executable = build_fuzzer(options, *user_space, folder->path());
  if (!executable) return std::unexpected(executable.error());
  if (executable->empty()) return false;

  const fs::path corpus = options.corpus.empty() ? folder->path() / "corpus" : options.corpus;
  const auto arguments = arguments_of(options, corpus);
  if (!arguments) return std::unexpected(arguments.error());
  std::vector<std::string> environment;
  if (options.input.empty()) environment.push_back("REX_FUZZ_SEEDS=" + corpus.string());
  if (options.allow_panics) environment.emplace_back("REX_FUZZ_ALLOW_PANICS=1");
  const auto status = run_program(*user_space, *executable, *arguments, environment);
  if (!status) return std::unexpected(status.error());
  if (*status == 0) return true;
  print_error("an input went wrong: see above");
  if (options.input.empty())
    print_hint("rex fuzz " + options.source.string() + " --input FILE runs one that was kept");
  return false;
}

int run_fuzz(const FuzzOptions& options) {
  const auto clean = fuzz(options);
  if (!clean) print_error(clean.error());
  return clean && *clean ? kSuccess : kFailure;
}

}  // namespace

void add_fuzz(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<FuzzOptions>();
  CLI::App* verb = app.add_subcommand(
      "fuzz", "Look for events with which an extension panics, in user space, with libFuzzer");
  verb->add_option("FILE", options->source, "The extension's source")->required();
  verb->add_option("--seconds", options->seconds, "How long; 60 unless given");
  verb->add_option("--runs", options->runs, "Stop after so many inputs");
  verb->add_option("--corpus", options->corpus,
                   "Folder of inputs to start from, which keeps what it finds worth keeping");
  verb->add_option("--artifacts", options->artifacts,
                   "Folder for the input that went wrong; here unless given");
  verb->add_option("--input", options->input, "Run this one input");
  verb->add_flag("--allow-panics", options->allow_panics,
                 "Look for faults of Rex only: a panic is none");
  verb->add_flag("--optimized", options->mode.optimise,
                 "Compile the extension as for the kernel, at -O2");
  verb->callback([options, &exit_code] { exit_code = run_fuzz(*options); });
}

}  // namespace rex::cli
