// SPDX-License-Identifier: GPL-2.0-only
// rex explain RULE: the page of a rule.  rex explain --list: all rules.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <vector>

#include "installation.hpp"
#include "report.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

struct Rule {
  std::string_view id;
  std::string_view family;
  std::string_view summary;
  std::string_view remedy;
};

// The checker's own list: it cannot name a rule that is unknown here.
constexpr std::array kRules = {
#define REX_RULE(Name, Id, Family, Summary, Remedy) Rule{Id, Family, Summary, Remedy},
#include "../checker/rules.def"
#undef REX_RULE
};

struct ExplainOptions {
  std::string rule;
  bool list = false;
  bool json = false;
};

/// How many characters have to be changed, added or removed.
std::size_t distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t changed = diagonal + (from[i] != to[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

/// The rules that look most like a word; one that contains it, or that it contains, is near.
std::vector<std::string_view> closest(std::string_view word) {
  constexpr std::size_t most = 3;
  const auto far = [&](const Rule& rule) {
    const bool part = !word.empty() && (rule.id.find(word) != std::string_view::npos ||
                                        word.find(rule.id) != std::string_view::npos);
    return part ? 0 : distance(word, rule.id);
  };
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const Rule& rule : kRules)
    if (const std::size_t steps = far(rule); steps <= std::max<std::size_t>(2, rule.id.size() / 3))
      near.emplace_back(steps, rule.id);
  std::ranges::sort(near);
  std::vector<std::string_view> ids;
  for (const auto& [steps, id] : near)
    if (ids.size() < most) ids.push_back(id);
  return ids;
}

int list_rules(bool json) {
  if (json) {
    auto all = nlohmann::json::array();
    for (const Rule& rule : kRules)
      all.push_back({{"rule", rule.id},
                     {"family", rule.family},
                     {"summary", rule.summary},
                     {"remedy", rule.remedy}});
    fmt::print("{}\n", all.dump(2));
    return kSuccess;
  }
  std::size_t id_width = 0, family_width = 0;
  for (const Rule& rule : kRules) {
    id_width = std::max(id_width, rule.id.size());
    family_width = std::max(family_width, rule.family.size());
  }
  for (const Rule& rule : kRules)
    fmt::print("{:<{}}  {:<{}}  {}\n", rule.id, id_width, rule.family, family_width, rule.summary);
  return kSuccess;
}

Result<std::string> page_of(std::string_view id) {
  auto folder = Installation::rule_pages();
  if (!folder) return std::unexpected(std::move(folder.error()));
  const std::filesystem::path path = *folder / (std::string(id) + ".md");
  std::ifstream file(path);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (!file || text.empty())
    return std::unexpected(
        Error{ErrorCode::kIo, path.string() + ": cannot be read; build or install all of rex", {}});
  if (text.starts_with("<!--")) text.erase(0, text.find('\n') + 1);
  return text;
}

int explain(std::string id) {
  // As the diagnostics print it: [rex-ID].
  constexpr std::string_view prefix = "rex-";
  if (id.starts_with('[') && id.ends_with(']')) id = id.substr(1, id.size() - 2);
  if (id.starts_with(prefix)) id.erase(0, prefix.size());

  if (std::ranges::find(kRules, id, &Rule::id) == kRules.end()) {
    print_error("there is no rule \"" + id + "\"");
    std::string hint;
    for (const std::string_view other : closest(id))
      hint += (hint.empty() ? "did you mean " : ", ") + std::string(other);
    print_hint((hint.empty() ? "" : hint + "? ") + "All rules: rex explain --list");
    return kFailure;
  }
  const auto page = page_of(id);
  if (!page) {
    print_error(page.error());
    return kFailure;
  }
  fmt::print("{}", *page);
  return kSuccess;
}

int run_explain(const ExplainOptions& options) {
  if (options.list == options.rule.empty())
    return options.list ? list_rules(options.json) : explain(options.rule);
  print_error(options.list ? "--list takes no rule" : "explain needs a rule, or --list");
  return kUsage;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ExplainOptions>();
  CLI::App* verb = app.add_subcommand("explain", "Print what a rule says, why, and what to write");
  verb->add_option("RULE", options->rule, "The rule, as diagnostics name it: [rex-RULE]");
  CLI::Option* list = verb->add_flag("--list", options->list, "All rules: name, family, summary");
  verb->add_flag("--json", options->json, "The list as an array of objects")->needs(list);
  verb->callback([options, &exit_code] { exit_code = run_explain(*options); });
}

}  // namespace rex::cli
