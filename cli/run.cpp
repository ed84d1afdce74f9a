// SPDX-License-Identifier: GPL-2.0-only
// rex run OBJECT: loads an extension and attaches its programs until a signal comes.
#include <fmt/core.h>

#include <charconv>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "attached.hpp"
#include "report.hpp"
#include "rex/extension.hpp"
#include "verbs.hpp"
#include "wait.hpp"

namespace rex::cli {

namespace {

struct RunOptions {
  std::filesystem::path object;
  std::string once;
  std::optional<double> seconds;
  bool watch = false;
  bool json = false;
  std::vector<std::string> params;  // name=value
  std::vector<std::string> pins;    // name=path
};

Result<int> run_once(Extension& extension, const RunOptions& options) {
  const auto value = extension.run(options.once);
  if (!value) return std::unexpected(value.error());
  if (options.json)
    fmt::print("{}\n", nlohmann::json{{"program", options.once}, {"value", *value}}.dump());
  else
    fmt::print("{}\n", *value);
  return kSuccess;
}

void print_table(const Extension& extension, const std::vector<ProgramStats>& stats) {
  fmt::print("{:<24} {:>12} {:>12} {:>8}\n", "PROGRAM", "RUNS", "MISSED", "PANICS");
  for (std::size_t i = 0; i < stats.size(); ++i)
    fmt::print("{:<24} {:>12} {:>12} {:>8}{}\n", extension.manifest().programs[i].name,
               stats[i].runs, stats[i].missed, stats[i].panics,
               stats[i].disabled ? "  disabled" : "");
}

void print_json(const Extension& extension, const std::vector<ProgramStats>& stats) {
  nlohmann::ordered_json programs = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < stats.size(); ++i) {
    const Manifest::Program& program = extension.manifest().programs[i];
    programs.push_back({{"name", program.name},
                        {"hook", name_of(program.hook)},
                        {"target", program.target},
                        {"runs", stats[i].runs},
                        {"missed", stats[i].missed},
                        {"panics", stats[i].panics},
                        {"disabled", stats[i].disabled}});
  }
  const nlohmann::ordered_json result = {{"extension", extension.manifest().name},
                                         {"module", extension.module_name()},
                                         {"programs", std::move(programs)}};
  fmt::print("{}\n", result.dump(2));
}

/// Puts a newer build in the place of the one that runs, if the file is one.
void replace(Attached& running, const RunOptions& options, const LoadOptions& load) {
  const auto object = Object::open(options.object);
  auto result = object ? running.replace(*object, load) : std::unexpected(object.error());
  if (!result) {
    print_error(result.error());
    print_hint("the build before goes on");
  } else if (!options.json) {
    fmt::print("replaced by a newer build: {}\n", running.extension().module_name());
    std::fflush(stdout);
  }
}

Result<int> run_attached(Attached& running, const RunOptions& options, const LoadOptions& load,
                         Wait& wait) {
  const auto count = running.attach();
  if (!count) return std::unexpected(count.error());
  if (*count == 0)
    return std::unexpected(Error{
        ErrorCode::kInvalidArgument,
        options.object.string() + ": has no program that attaches; run one with --once PROGRAM",
        {}});
  if (!options.json)
    for (const Manifest::Program& program : running.extension().manifest().programs)
      if (program.hook != REX_HOOK_ONCE)
        fmt::print("attached {} to {} {}\n", program.name, name_of(program.hook), program.target);
  std::fflush(stdout);  // who waits for "attached" must see it before we wait
  if (options.seconds) wait.end_after(*options.seconds);
  while (wait.next() == Wait::Event::kChanged) replace(running, options, load);
  running.detach();

  std::vector<ProgramStats> stats;
  int exit_code = kSuccess;
  for (const Manifest::Program& program : running.extension().manifest().programs) {
    auto counters = running.stats(program.name);
    if (!counters) return std::unexpected(std::move(counters.error()));
    if (counters->panics != 0) {
      print_error(fmt::format("program {} panicked and was disabled; rex log tells the place",
                              program.name));
      exit_code = kFailure;
    }
    stats.push_back(*counters);
  }
  if (options.json)
    print_json(running.extension(), stats);
  else
    print_table(running.extension(), stats);
  return exit_code;
}

Result<LoadOptions> load_options(const RunOptions& options) {
  LoadOptions load;
  for (const std::string& param : options.params) {
    const std::size_t equals = param.find('=');
    const std::string text = equals == std::string::npos ? "" : param.substr(equals + 1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
      return std::unexpected(Error{ErrorCode::kInvalidArgument,
                                   "--set " + param + ": give NAME=NUMBER, such as limit=5",
                                   {}});
    load.params[param.substr(0, equals)] = value;
  }
  for (const std::string& pin : options.pins) {
    const std::size_t equals = pin.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == pin.size())
      return std::unexpected(
          Error{ErrorCode::kInvalidArgument,
                "--pin " + pin + ": give MAP=PATH, such as pids=/sys/fs/bpf/pids",
                {}});
    load.maps[pin.substr(0, equals)].pin = pin.substr(equals + 1);
  }
  return load;
}

Result<int> run(const RunOptions& options) {
  Wait wait;
  // Before the object is read: no change is overlooked.
  if (options.watch)
    if (auto result = wait.watch(options.object); !result)
      return std::unexpected(std::move(result.error()));
  // Opened here, because load() would look for a bare name beside this program first.
  const auto object = Object::open(options.object);
  if (!object) return std::unexpected(object.error());
  const auto load = load_options(options);
  if (!load) return std::unexpected(load.error());
  auto extension = Extension::load(*object, *load);
  if (!extension) return std::unexpected(std::move(extension.error()));
  Attached running(std::move(*extension));
  auto exit_code = options.once.empty() ? run_attached(running, options, *load, wait)
                                        : run_once(running.extension(), options);
  if (auto result = running.unload(); !result && exit_code)
    return std::unexpected(std::move(result.error()));
  return exit_code;
}

int run_run(const RunOptions& options) {
  const auto exit_code = run(options);
  if (!exit_code) print_error(exit_code.error());
  return exit_code.value_or(kFailure);
}

}  // namespace

void add_run(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<RunOptions>();
  CLI::App* verb = app.add_subcommand(
      "run", "Load an object, attach its programs, and unload it at the end (Ctrl-C)");
  verb->add_option("OBJECT", options->object, "A .rex file")->required();
  auto* once = verb->add_option("--once", options->once, "Run this program once, print its value");
  verb->add_option("--for", options->seconds, "Seconds to stay attached [until a signal]")
      ->check(CLI::Range(0.0, 1e9))
      ->excludes(once);
  verb->add_flag("--watch", options->watch,
                 "When the file is built anew, let that run in the place of what runs, at once")
      ->excludes(once);
  verb->add_option("--set", options->params, "NAME=NUMBER: the value of a rex::Param")
      ->allow_extra_args(false)
      ->take_all();
  verb->add_option("--pin", options->pins,
                   "MAP=PATH: share what is pinned there; where nothing is, pin the map")
      ->allow_extra_args(false)
      ->take_all();
  verb->add_flag("--json", options->json, "Results as JSON");
  verb->callback([options, &exit_code] { exit_code = run_run(*options); });
}

}  // namespace rex::cli
