// SPDX-License-Identifier: GPL-2.0-only
// rex simulate FILE…: runs the programs of extensions in user space, with sanitizers.
#include <memory>

#include "report.hpp"
#include "temporary.hpp"
#include "user_space.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

struct SimulateOptions {
  std::vector<std::filesystem::path> sources;
  bool cases = false;
  bool memory = false;
  UserSpace mode;
};

/// Returns whether all sources were accepted and no sanitizer had a fault to report.
Result<bool> simulate(const SimulateOptions& options) {
  const auto installation = Installation::find();
  if (!installation) return std::unexpected(installation.error());
  const auto user_space = UserSpaceInstallation::find(options.mode.sanitizer);
  if (!user_space) return std::unexpected(user_space.error());
  auto folder = TemporaryFolder::create();
  if (!folder) return std::unexpected(std::move(folder.error()));

  UserSpaceProgram program{.mode = options.mode, .objects = {}};
  for (const auto& source : options.sources) {
    auto accepted =
        compile_extension(program, *installation, source, source.stem().string(), folder->path());
    if (!accepted || !*accepted) return accepted;
  }
  const auto executable = folder->path() / "simulate";
  auto linked = link_program(program, *user_space,
                             {user_space->simulator.string(), "-lgmock", "-lgtest"}, executable);
  if (!linked || !*linked) return linked;
  std::vector<std::string> arguments;
  if (options.cases) arguments.emplace_back("--cases");
  const auto status = run_program(*user_space, executable, arguments);
  if (!status) return std::unexpected(status.error());
  return *status == 0;
}

int run_simulate(SimulateOptions options) {
  if (options.memory) options.mode.sanitizer = Sanitizer::kMemory;
  const auto done = simulate(options);
  if (!done) print_error(done.error());
  return done && *done ? kSuccess : kFailure;
}

}  // namespace

void add_simulate(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<SimulateOptions>();
  CLI::App* verb = app.add_subcommand(
      "simulate",
      "Run programs with the hook once in user space; print what came of each, as JSON");
  verb->add_option("FILE", options->sources, "The extensions' sources")->required();
  verb->add_flag("--cases", options->cases,
                 "Only those on stdin: lines of EXTENSION PROGRAM [QUEUE=NUMBER,NUMBER...]...");
  verb->add_flag("--msan", options->memory,
                 "Look for uninitialised memory instead of bad addresses");
  verb->add_flag("--optimized", options->mode.optimise,
                 "Compile the extensions as for the kernel, at -O2");
  verb->callback([options, &exit_code] { exit_code = run_simulate(*options); });
}

}  // namespace rex::cli
