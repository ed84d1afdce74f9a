// SPDX-License-Identifier: GPL-2.0-only
// rex check FILE…: what `rex build` would say of sources.
#include <fmt/core.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "compiler.hpp"
#include "json_file.hpp"
#include "report.hpp"
#include "temporary.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

struct CheckOptions {
  std::vector<std::filesystem::path> sources;
  bool json = false;
};

struct Verdict {
  bool accepted = true;
  nlohmann::json diagnostics = nlohmann::json::array();
};

Result<Verdict> check(const std::vector<std::filesystem::path>& sources) {
  auto installation = Installation::find();
  if (!installation) return std::unexpected(std::move(installation.error()));
  auto folder = TemporaryFolder::create();
  if (!folder) return std::unexpected(std::move(folder.error()));

  Verdict verdict;
  for (const auto& source : sources) {
    Compilation compilation;
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

int run_check(const CheckOptions& options) {
  const auto verdict = check(options.sources);
  if (!verdict) {
    print_error(verdict.error());
    return kFailure;
  }
  if (options.json) fmt::print("{}\n", verdict->diagnostics.dump(2));
  return verdict->accepted ? kSuccess : kFailure;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* verb = app.add_subcommand("check", "Check sources against the rules; write nothing");
  verb->add_option("FILE", options->sources, "The extensions' sources")->required();
  verb->add_flag("--json", options->json, "The diagnostics on stdout, as an array");
  verb->callback([options, &exit_code] { exit_code = run_check(*options); });
}

}  // namespace rex::cli
