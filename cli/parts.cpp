// SPDX-License-Identifier: GPL-2.0-only
#include "parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

namespace rex::cli {

namespace {

using Json = nlohmann::json;

struct Rule {
  std::string_view id;
  std::string_view remedy;
};
// The rules are the checker's; these few need more than one file to be checked.
namespace rules {
#define REX_RULE(Name, Id, Family, Summary, Remedy) \
  [[maybe_unused]] constexpr Rule Name{Id, Remedy};
#include "../checker/rules.def"
#undef REX_RULE
}  // namespace rules

/// An entry of a list in a manifest.
struct Entry {
  const Part* part;
  const Json* json;

  std::string text(const char* key) const { return json->value(key, ""); }
  bool flag(const char* key) const { return json->value(key, false); }
  std::string file() const { return part->source.filename().string(); }
  Place place() const {
    return {(part->source.parent_path() / text("file")).string(), json->value("line", 0U)};
  }
};

using Entries = std::vector<Entry>;

/// The entries of a list in all parts, by one of their members.
std::map<std::string, Entries> gather(const std::vector<Part>& parts, const char* list,
                                      const char* key) {
  std::map<std::string, Entries> found;
  for (const Part& part : parts)
    for (const Json& json : part.manifest.at(list)) {
      const Entry entry{&part, &json};
      found[entry.text(key)].push_back(entry);
    }
  return found;
}

class Comparison {
 public:
  explicit Comparison(const std::vector<Part>& parts) : parts_(parts) {
    for (const Part& part : parts)
      for (const Json& type : part.manifest.at("types"))
        types_[&part].emplace(type.at("key").get<std::string>(), Entry{&part, &type});
  }

  std::vector<Diagnostic> run() {
    compare_licences();
    compare_types();
    for (const char* list : {"functions", "variables"})
      for (const auto& [symbol, entries] : gather(parts_, list, "symbol")) compare_shared(entries);
    compare_names();
    return std::move(found_);
  }

 private:
  Diagnostic& report(const Rule& rule, Place place, std::string message) {
    return found_.emplace_back(
        Diagnostic{rule.id, std::move(place), std::move(message), rule.remedy, {}});
  }

  void compare_licences() {
    const Part& first = parts_.front();
    const std::string licence = first.manifest.value("license", "");
    for (const Part& part : parts_)
      if (const std::string other = part.manifest.value("license", ""); other != licence) {
        Diagnostic& diagnostic = report(rules::License, {part.source.string(), 1},
                                        fmt::format("'{}' is under the licence {}, '{}' under {}",
                                                    part.source.filename().string(), other,
                                                    first.source.filename().string(), licence));
        diagnostic.remedy = "declare one licence in all files of an extension";
      }
  }

  /// A class or enum that all files can name is the same in all of them.
  void compare_types() {
    std::vector<std::pair<Entry, Entry>> different;
    for (const auto& [key, entries] : gather(parts_, "types", "key"))
      for (const Entry& entry : entries)
        if (entry.flag("named") && entry.text("exact") != entries.front().text("exact")) {
          different.emplace_back(entries.front(), entry);
          break;
        }
    // What is larger only because a member is follows from that member's type.
    const auto follows = [](const auto& pair) {
      return pair.first.json->at("members") == pair.second.json->at("members");
    };
    if (!std::ranges::all_of(different, follows)) std::erase_if(different, follows);
    for (const auto& [a, b] : different) report_type(a, b);
  }

  void report_type(const Entry& a, const Entry& b) {
    if (!reported_types_.insert(a.text("key")).second) return;
    Diagnostic& diagnostic = report(rules::PartMismatch, b.place(),
                                    fmt::format("'{}' is another type in '{}' than in '{}'",
                                                b.text("name"), b.file(), a.file()));
    // The first member that differs says more than sizes.
    const auto members = [](const Entry& entry) {
      return entry.json->value("members", std::vector<std::string>());
    };
    const auto in_a = members(a), in_b = members(b);
    const auto [at_a, at_b] = std::ranges::mismatch(in_a, in_b);
    const auto note = [&](const Entry& entry, const auto& all, const auto& at) {
      diagnostic.notes.push_back(
          {entry.place(), fmt::format("in '{}': {}", entry.file(),
                                      at == all.end() ? "without what the other one has" : *at)});
    };
    note(a, in_a, at_a);
    note(b, in_b, at_b);
  }

  /// A function or variable with one symbol for all files.
  void compare_shared(const Entries& entries) {
    const auto is_definition = [](const Entry& entry) { return entry.flag("defined"); };
    const auto definition = std::ranges::find_if(entries, is_definition);
    if (definition == entries.end()) {
      const auto user =
          std::ranges::find_if(entries, [](const Entry& e) { return e.flag("used"); });
      if (user != entries.end())
        report(rules::PartUndefined, user->place(),
               fmt::format("'{}' is used in '{}', and no file of the extension defines it",
                           user->text("name"), user->file()));
      return;
    }
    for (const Entry& entry : entries) {
      if (entry.json == definition->json) continue;
      if (is_definition(entry)) {
        report(rules::PartDuplicate, entry.place(),
               fmt::format("'{}' is defined in '{}' and in '{}'", entry.text("name"),
                           definition->file(), entry.file()))
            .notes.push_back({definition->place(), "the other one"});
      } else if (entry.text("type") != definition->text("type")) {
        report(rules::PartMismatch, entry.place(),
               fmt::format("'{}' is declared in '{}' as '{}', and defined in '{}' as '{}'",
                           entry.text("name"), entry.file(), entry.text("text"), definition->file(),
                           definition->text("text")))
            .notes.push_back({definition->place(), "the definition"});
      } else {
        compare_layouts(entry, *definition);
      }
    }
  }

  /// Types that have no name in other files, but are a part of what is shared.
  void compare_layouts(const Entry& a, const Entry& b) {
    if (!reported_types_.empty()) return;
    std::set<std::string> keys = a.json->value("layouts", std::set<std::string>());
    keys.merge(b.json->value("layouts", std::set<std::string>()));
    for (const std::string& key : keys) {
      const auto& in_a = types_[a.part];
      const auto& in_b = types_[b.part];
      const auto at_a = in_a.find(key), at_b = in_b.find(key);
      if (at_a != in_a.end() && at_b != in_b.end() &&
          at_a->second.text("exact") != at_b->second.text("exact"))
        report_type(at_a->second, at_b->second);
    }
  }

  /// User space and the manifest know programs, maps and globals by their plain names.
  void compare_names() {
    std::map<std::string, Entry> known;
    for (const char* list : {"programs", "maps", "globals"})
      for (const auto& [name, entries] : gather(parts_, list, "name"))
        for (const Entry& entry : entries) {
          const auto [other, is_new] = known.try_emplace(name, entry);
          // The same symbol twice has been reported.
          if (!is_new && other->second.text("symbol") != entry.text("symbol"))
            report(rules::ProgramName, entry.place(),
                   fmt::format("the extension has another '{}'", name))
                .notes.push_back({other->second.place(), "the other one"});
        }
  }

  const std::vector<Part>& parts_;
  std::map<const Part*, std::map<std::string, Entry>> types_;  // by key
  std::set<std::string> reported_types_;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> compare(const std::vector<Part>& parts) { return Comparison(parts).run(); }

Json unite(const std::vector<Part>& parts) {
  Json whole = {{"license", parts.front().manifest.at("license")}};
  for (const char* list : {"programs", "maps", "globals"}) {
    whole[list] = Json::array();
    for (const Part& part : parts)
      for (const Json& entry : part.manifest.at(list)) whole[list].push_back(entry);
  }
  return whole;
}

std::vector<std::string> programs_of(const std::vector<Part>& parts) {
  std::vector<std::string> symbols;
  for (const Part& part : parts)
    for (const Json& program : part.manifest.at("programs"))
      symbols.push_back(program.at("symbol"));
  return symbols;
}

}  // namespace rex::cli
