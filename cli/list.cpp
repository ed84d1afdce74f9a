// SPDX-License-Identifier: GPL-2.0-only
// rex list: the extensions in the kernel, whoever loaded them.
#include "rex/listing.hpp"

#include <fmt/core.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "report.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

void print_table(const std::vector<LoadedExtension>& extensions) {
  fmt::print("{:<32} {:<14} {:>5} {:>12} {:>10} {:>7}  {:>8}\n", "PROGRAM", "HOOK", "LINKS", "RUNS",
             "MISSED", "PANICS", "LOADER");
  for (const LoadedExtension& extension : extensions)
    for (const LoadedProgram& program : extension.programs)
      fmt::print("{:<32} {:<14} {:>5} {:>12} {:>10} {:>7}  {:>8}{}\n",
                 extension.name + "/" + program.name, name_of(program.hook), program.links,
                 program.stats.runs, program.stats.missed, program.stats.panics,
                 extension.owned ? std::to_string(extension.loader) : "gone",
                 program.stats.disabled ? "  disabled" : "");
}

nlohmann::ordered_json describe(const LoadedExtension& extension) {
  nlohmann::ordered_json programs = nlohmann::ordered_json::array();
  for (const LoadedProgram& program : extension.programs)
    programs.push_back({{"name", program.name},
                        {"hook", name_of(program.hook)},
                        {"links", program.links},
                        {"runs", program.stats.runs},
                        {"missed", program.stats.missed},
                        {"panics", program.stats.panics},
                        {"disabled", program.stats.disabled}});
  return {{"name", extension.name},
          {"module", extension.module},
          {"loader", extension.loader},
          {"owned", extension.owned},
          {"programs", std::move(programs)}};
}

int run_list(bool json) {
  const auto extensions = loaded_extensions();
  if (!extensions) {
    print_error(extensions.error());
    return kFailure;
  }
  if (json) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const LoadedExtension& extension : *extensions) all.push_back(describe(extension));
    fmt::print("{}\n", all.dump(2));
  } else {
    print_table(*extensions);
  }
  return kSuccess;
}

}  // namespace

void add_list(CLI::App& app, int& exit_code) {
  const auto json = std::make_shared<bool>(false);
  CLI::App* verb = app.add_subcommand(
      "list", "Show the extensions in the kernel: programs, hooks, runs, missed events, panics");
  verb->add_flag("--json", *json, "The same as JSON");
  verb->callback([json, &exit_code] { exit_code = run_list(*json); });
}

}  // namespace rex::cli
