// SPDX-License-Identifier: GPL-2.0-only
// rex-bench: programs of ours beside eBPF programs.  Runs in the VM under -icount, as root.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <vector>

#include "measure.hpp"
#include "report.hpp"
#include "rows.hpp"

int main(int argc, char** argv) {
  using namespace rex::bench;

  CLI::App app("What programs cost beside eBPF programs that do the same.", "rex-bench");
  Settings settings;
  bool json = false;
  std::vector<std::string> names;
  app.add_flag("--json", json, "a JSON object for each row, one a line");
  app.add_option("--rounds", settings.rounds, "of which the least counts")
      ->check(CLI::Range(1, 100));
  app.add_option("--events", settings.events, "of a round")->check(CLI::Range(256, 1 << 20));
  app.add_option("rows", names, "names or groups of rows; all by default");
  CLI11_PARSE(app, argc, argv);

  std::vector<Row> chosen;
  for (const Row& row : rows())
    if (names.empty() || std::ranges::find(names, row.name) != names.end() ||
        std::ranges::find(names, row.group) != names.end())
      chosen.push_back(row);
  if (chosen.empty()) {
    std::fputs("rex-bench: error: there is no such row; without a name all are measured\n", stderr);
    return 2;
  }

  bool missing = false;
  if (!json) print_heading();
  for (const Row& row : chosen) {
    const Measured measured = measure(row, settings);
    missing = missing || !measured.failure.empty();
    (json ? print_json : print_line)(row, measured);
  }
  return missing ? 1 : 0;
}
