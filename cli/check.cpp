// SPDX-License-Identifier: GPL-2.0-only
// rex check FILE…: what `rex build` would say of sources.
#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "compiler.hpp"
#include "json_file.hpp"
#include "report.hpp"
#include "temporary.hpp"
#include "together.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

struct CheckOptions {
  std::vector<std::filesystem::path> sources;
  bool from_stdin = false;  // the contents of the one source
  bool json = false;
  bool together = false;
};

struct Verdict {
  bool accepted = true;
  nlohmann::json diagnostics = nlohmann::json::array();
};

/// The contents of a source that an editor has not saved.
std::filesystem::path read_stdin(const TemporaryFolder& folder) {
  std::filesystem::path path = folder.path() / "stdin.cpp";
  std::ofstream(path) << std::cin.rdbuf();
  return path;
}

Result<Verdict> check(const CheckOptions& options) {
  auto installation = Installation::find();
  if (!installation) return std::unexpected(std::move(installation.error()));
  auto folder = TemporaryFolder::create();
  if (!folder) return std::unexpected(std::move(folder.error()));

  if (options.together) {
    auto together = compile_together(*installation, options.sources, folder->path(), {}, {});
    if (!together) return std::unexpected(std::move(together.error()));
    return Verdict{together->accepted, std::move(together->diagnostics)};
  }
  Verdict verdict;
  Compilation compilation;
  if (options.from_stdin) compilation.contents = read_stdin(*folder);
  for (const auto& source : options.sources) {
    compilation.source = source;
    compilation.diagnostics = folder->path() / "diagnostics.json";
    std::error_code ignored;
    std::filesystem::remove(compilation.diagnostics, ignored);
    auto accepted = compile(*installation, compilation);
    if (!accepted) return std::unexpected(std::move(accepted.error()));
    verdict.accepted = verdict.accepted && *accepted;
    for (auto& diagnostic : read_json(compilation.diagnostics))
      verdict.diagnostics.push_back(std::move(diagnostic));
  }
  return verdict;
}

/// Where more is said of what was found.
void hint_at_page(const nlohmann::json& diagnostics) {
  std::vector<std::string> rules;
  for (const auto& diagnostic : diagnostics)
    if (const std::string rule = diagnostic.value("rule", "compiler");
        rule != "compiler" && std::ranges::find(rules, rule) == rules.end())
      rules.push_back(rule);
  if (rules.size() == 1)
    print_hint("why, and what to write instead: rex explain " + rules.front());
  else if (!rules.empty())
    print_hint(fmt::format("why, and what to write instead: rex explain {} (or {})", rules.front(),
                           fmt::join(rules.begin() + 1, rules.end(), ", ")));
}

int run_check(const CheckOptions& options) {
  if (options.from_stdin && options.sources.size() > 1) {
    print_error("--stdin takes one FILE");
    return kUsage;
  }
  const auto verdict = check(options);
  if (!verdict) {
    print_error(verdict.error());
    return kFailure;
  }
  if (options.json)
    fmt::print("{}\n", verdict->diagnostics.dump(2));
  else
    hint_at_page(verdict->diagnostics);
  return verdict->accepted ? kSuccess : kFailure;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* verb = app.add_subcommand("check", "Check sources against the rules; write nothing");
  verb->add_option("FILE", options->sources, "The extensions' sources")->required();
  verb->add_flag("--together", options->together, "The files are those of one extension");
  verb->add_flag("--json", options->json, "The diagnostics on stdout, as an array");
  verb->add_flag("--stdin", options->from_stdin, "FILE's contents come from stdin: for editors");
  verb->callback([options, &exit_code] { exit_code = run_check(*options); });
}

}  // namespace rex::cli
