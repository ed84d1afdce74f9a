// SPDX-License-Identifier: GPL-2.0-only
// expressiveness-run [--json] [--here] [NAME...]: every program as an extension and as eBPF, in
// this kernel; --here leaves eBPF away, whose verifier takes its time.
#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "sides.hpp"

namespace {

namespace fs = std::filesystem;
using namespace expressiveness;

struct Row {
  Case program;
  OursOutcome ours;
  std::string plain;
  std::string rewrite;

  bool is_right() const {
    return ours.result == "right" && (program.misbehave.empty() || ours.ended == "ended") &&
           // A rewrite is there to show that it passes.
           (rewrite.empty() || rewrite == "accepted");
  }
};

Row run(const fs::path& folder, Case program, bool here_only) {
  Row row{std::move(program), {}, {}, {}};
  const std::string stem = folder / row.program.name;
  row.ours = run_ours(row.program, stem + ".rex");
  if (here_only) return row;
  row.plain = run_bpf(row.program, stem + ".plain.bpf.o", row.ours.sizes);
  if (!row.program.rewrite.empty())
    row.rewrite = run_bpf(row.program, stem + ".rewrite.bpf.o", row.ours.sizes);
  return row;
}

nlohmann::ordered_json to_json(const Row& row) {
  return {{"name", row.program.name},   {"from", row.program.from},
          {"about", row.program.about}, {"ours", row.ours.result},
          {"ended", row.ours.ended},    {"plain", row.plain},
          {"rewrite", row.rewrite},     {"rewrite_how", row.program.rewrite}};
}

void print(const Row& row) {
  const std::string ours =
      row.ours.ended.empty() ? row.ours.result : row.ours.result + ", " + row.ours.ended;
  fmt::print("{:<18} {:<14} {}{}\n", row.program.name, ours, row.plain,
             row.rewrite.empty() ? "" : "; rewritten: " + row.rewrite);
  std::fflush(stdout);
}

std::vector<fs::path> find_cases(const fs::path& folder, const std::vector<std::string>& names) {
  std::vector<fs::path> cases;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".case" &&
        (names.empty() || std::ranges::find(names, entry.path().stem().string()) != names.end()))
      cases.push_back(entry.path());
  std::ranges::sort(cases);
  return cases;
}

}  // namespace

int main(int argc, char** argv) {
  bool json = false;
  bool here_only = false;
  std::vector<std::string> names;
  for (const std::string_view argument : std::vector<std::string_view>(argv + 1, argv + argc))
    if (argument == "--json")
      json = true;
    else if (argument == "--here")
      here_only = true;
    else
      names.emplace_back(argument);
  const auto cases = find_cases(fs::read_symlink("/proc/self/exe").parent_path(), names);
  if (cases.empty() || (!names.empty() && cases.size() != names.size())) {
    fmt::print(stderr,
               "usage: expressiveness-run [--json] [--here] [NAME...], a NAME being a folder of "
               "samples/expressiveness\n");
    return 2;
  }
  auto rows = nlohmann::ordered_json::array();
  std::size_t right = 0;
  std::size_t accepted = 0;
  std::size_t ended = 0;
  if (!json) fmt::print("{:<18} {:<14} {}\n", "PROGRAM", "HERE", here_only ? "" : "EBPF");
  for (const fs::path& file : cases) {
    const Row row = run(file.parent_path(), read_case(file), here_only);
    if (row.is_right()) ++right;
    if (row.plain == "accepted") ++accepted;
    if (row.ours.ended == "ended") ++ended;
    if (json)
      rows.push_back(to_json(row));
    else
      print(row);
  }
  if (json)
    fmt::print("{}\n", rows.dump(2));
  else if (here_only)
    fmt::print("{} of {} right, {} ended that misbehaved\n", right, cases.size(), ended);
  else
    fmt::print("{} of {} right here, {} ended that misbehaved; eBPF accepts {} as written\n", right,
               cases.size(), ended, accepted);
  return right == cases.size() ? 0 : 1;
}
