// SPDX-License-Identifier: GPL-2.0-only
// rex samples: runs the samples, each by its test, and prints a table.
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "installation.hpp"
#include "process.hpp"
#include "report.hpp"
#include "temporary.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTestSuffix = "-test";

struct SamplesOptions {
  std::vector<std::string> names;
  bool list = false;
  bool verbose = false;
  bool json = false;
};

/// A sample is known by its test, a program that exits with 0 when all its checks passed.
struct Sample {
  std::string name;
  fs::path test;
  std::string description;  // the first line of the test's comment
};

struct Outcome {
  bool passed;
  double seconds;
  std::string summary;  // the last line that the test printed
  std::string output;
};

std::string description_of(const fs::path& test) {
  std::ifstream file(test);
  for (std::string line; std::getline(file, line) && line.starts_with('#');)
    if (line.starts_with("# ") && !line.starts_with("# SPDX")) return line.substr(2);
  return "";
}

Result<std::vector<Sample>> find_samples(const fs::path& folder) {
  std::vector<Sample> samples;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (!name.ends_with(kTestSuffix)) continue;
    name.resize(name.size() - kTestSuffix.size());
    samples.push_back({name, entry->path(), description_of(entry->path())});
  }
  if (error || samples.empty())
    return std::unexpected(
        Error{ErrorCode::kIo, folder.string() + ": no samples here; build them: ./dev build", {}});
  std::ranges::sort(samples, {}, &Sample::name);
  return samples;
}

/// Those that are asked for, in the order of the names.
Result<std::vector<Sample>> choose(std::vector<Sample> samples,
                                   const std::vector<std::string>& names) {
  if (names.empty()) return samples;
  std::vector<Sample> chosen;
  for (const std::string& name : names) {
    const auto found = std::ranges::find(samples, name, &Sample::name);
    if (found == samples.end())
      return std::unexpected(
          Error{ErrorCode::kInvalidArgument,
                "there is no sample " + name + "; rex samples --list names them all",
                {}});
    chosen.push_back(*found);
  }
  return chosen;
}

/// This process's environment, with the samples' programs to be found by name.
std::vector<std::string> environment_with(const fs::path& folder) {
  std::vector<std::string> environment;
  for (char** entry = environ; *entry != nullptr; ++entry)
    if (!std::string_view(*entry).starts_with("PATH=")) environment.emplace_back(*entry);
  const char* path = std::getenv("PATH");
  environment.push_back("PATH=" + folder.string() + ":" + (path != nullptr ? path : "/usr/bin"));
  return environment;
}

std::string last_line_of(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return std::string(text.substr(text.rfind('\n') + 1));
}

Result<Outcome> run_sample(const Sample& sample, const fs::path& scratch, bool verbose) {
  const fs::path log = scratch / sample.name;
  // Its output is kept; shown as it comes where that is wanted.
  const char* script = verbose ? "{ \"$0\"; echo $? >\"$1.status\"; } 2>&1 | tee \"$1\"; "
                                 "exit \"$(cat \"$1.status\")\""
                               : "exec \"$0\" >\"$1\" 2>&1";
  const auto start = std::chrono::steady_clock::now();
  const auto status = run_process({"/bin/sh", "-c", script, sample.test.string(), log.string()},
                                  environment_with(sample.test.parent_path()));
  if (!status) return std::unexpected(status.error());
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  std::ifstream file(log);
  const std::string output(std::istreambuf_iterator<char>(file), {});
  return Outcome{*status == 0, time.count(), last_line_of(output), output};
}

nlohmann::ordered_json to_json(const Sample& sample, const Outcome& outcome) {
  return {{"sample", sample.name},
          {"passed", outcome.passed},
          {"seconds", outcome.seconds},
          {"summary", outcome.summary}};
}

Result<bool> run_all(const std::vector<Sample>& samples, const SamplesOptions& options) {
  auto scratch = TemporaryFolder::create();
  if (!scratch) return std::unexpected(std::move(scratch.error()));
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  std::size_t failed = 0;
  if (!options.json)
    fmt::print("{:<18} {:<7} {:>8}  {}\n", "SAMPLE", "RESULT", "SECONDS", "SUMMARY");
  std::fflush(stdout);
  for (const Sample& sample : samples) {
    const auto outcome = run_sample(sample, scratch->path(), options.verbose && !options.json);
    if (!outcome) return std::unexpected(outcome.error());
    if (!outcome->passed) ++failed;
    if (options.json) {
      rows.push_back(to_json(sample, *outcome));
      continue;
    }
    fmt::print("{:<18} {:<7} {:>8.1f}  {}\n", sample.name, outcome->passed ? "passed" : "FAILED",
               outcome->seconds, outcome->summary);
    std::fflush(stdout);
    if (!outcome->passed && !options.verbose) std::cerr << outcome->output << std::flush;
  }
  if (options.json)
    fmt::print("{}\n", rows.dump(2));
  else
    fmt::print("{} of {} samples passed\n", samples.size() - failed, samples.size());
  return failed == 0;
}

Result<bool> samples(const SamplesOptions& options) {
  auto found = find_samples(Installation::samples());
  if (!found) return std::unexpected(std::move(found.error()));
  const auto chosen = choose(std::move(*found), options.names);
  if (!chosen) return std::unexpected(chosen.error());
  if (!options.list) return run_all(*chosen, options);
  for (const Sample& sample : *chosen) fmt::print("{:<18} {}\n", sample.name, sample.description);
  return true;
}

int run_samples(const SamplesOptions& options) {
  const auto passed = samples(options);
  if (!passed) print_error(passed.error());
  return passed && *passed ? kSuccess : kFailure;
}

}  // namespace

void add_samples(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<SamplesOptions>();
  CLI::App* verb = app.add_subcommand(
      "samples", "Run the samples and check what they print (as root, in the VM)");
  verb->add_option("NAME", options->names, "Only these samples [all]");
  verb->add_flag("--list", options->list, "Say what there is, and run nothing");
  verb->add_flag("--verbose", options->verbose, "Show what each sample's test prints");
  verb->add_flag("--json", options->json, "Results as JSON");
  verb->callback([options, &exit_code] { exit_code = run_samples(*options); });
}

}  // namespace rex::cli
