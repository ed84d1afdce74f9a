// SPDX-License-Identifier: GPL-2.0-only
// rex doctor: whether extensions can be built and loaded here, and what to do where they cannot.
#include "rex/doctor.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "compiler.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

using Verdict = Check::Verdict;

/// A machine that only loads needs no compiler.
Check compiler() {
  if (::access(compiler_path().c_str(), X_OK) != 0)
    return {"compiler", Verdict::kWarning,
            compiler_path() + " is missing: nothing can be built here",
            "apt-get install clang-22; objects that were built elsewhere load without it"};
  if (const auto installation = Installation::find(); !installation)
    return {"compiler", Verdict::kWarning, installation.error().summary, {}};
  return {"compiler", Verdict::kGood, compiler_name(), {}};
}

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kGood: return "good";
    case Verdict::kWarning: return "warning";
    case Verdict::kFailure: return "failure";
  }
  return "unknown";
}

void print_json(const std::vector<Check>& checks) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Check& check : checks)
    list.push_back({{"check", check.name},
                    {"verdict", name_of(check.verdict)},
                    {"found", check.found},
                    {"remedy", check.remedy}});
  fmt::print("{}\n", list.dump(2));
}

void print_table(const std::vector<Check>& checks) {
  for (const Check& check : checks) {
    fmt::print("{:<12} {:<8} {}\n", check.name, name_of(check.verdict), check.found);
    if (!check.remedy.empty()) fmt::print("{:<12} {:<8} remedy: {}\n", "", "", check.remedy);
  }
}

int run_doctor(bool json) {
  std::vector<Check> checks = examine_machine();
  checks.push_back(compiler());
  if (json)
    print_json(checks);
  else
    print_table(checks);
  const bool fails = std::ranges::any_of(
      checks, [](const Check& check) { return check.verdict == Verdict::kFailure; });
  return fails ? kFailure : kSuccess;
}

}  // namespace

void add_doctor(CLI::App& app, int& exit_code) {
  const auto json = std::make_shared<bool>(false);
  CLI::App* verb = app.add_subcommand(
      "doctor", "Tell whether extensions can be built and loaded here, and what to do");
  verb->add_flag("--json", *json, "Results as JSON");
  verb->callback([json, &exit_code] { exit_code = run_doctor(*json); });
}

}  // namespace rex::cli
