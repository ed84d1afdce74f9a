// SPDX-License-Identifier: GPL-2.0-only
#include "rule_diagnostics.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "messages.hpp"

namespace rex::cli {

namespace {

using nlohmann::json;

enum Severity : int { kError = 1, kWarning = 2 };

bool is_word(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') || character == '_' ||
         static_cast<unsigned char>(character) >= 0x80;
}

/// A line of a text; both count from 0.
std::string_view line_of(std::string_view text, int number) {
  for (; number > 0; --number) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

/// The protocol counts UTF-16 units, the compiler counts bytes.
int utf16_units(std::string_view bytes) {
  int units = 0;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    if ((value & 0xc0) != 0x80) units += value >= 0xf0 ? 2 : 1;
  }
  return units;
}

/// The word at a place, or the one character that is there.
json range_at(std::string_view text, int line, int column) {
  const std::string_view whole = line_of(text, line);
  const auto start = std::min(whole.size(), static_cast<std::size_t>(column));
  std::size_t end = start;
  while (end < whole.size() && is_word(whole[end])) ++end;
  if (end == start) end = std::min(whole.size(), start + 1);
  return {{"start", {{"line", line}, {"character", utf16_units(whole.substr(0, start))}}},
          {"end", {{"line", line}, {"character", utf16_units(whole.substr(0, end))}}}};
}

/// A line or column, which count from 1, as the protocol counts.
int from_zero(const json& finding, const char* member) {
  return std::max(1, finding.value(member, 1)) - 1;
}

int line_of(const json& finding) { return from_zero(finding, "line"); }

bool is_in(const json& finding, const DocumentText& document) {
  return finding.value("file", "") == document.path;
}

json place_of(const json& finding, const DocumentText& document) {
  if (!is_in(finding, document)) return range_at({}, 0, 0);
  return range_at(document.text, line_of(finding), from_zero(finding, "column"));
}

std::string message_of(const json& finding, const DocumentText& document) {
  std::string message = finding.value("message", "");
  const std::string file = finding.value("file", "");
  if (!file.empty() && !is_in(finding, document))
    message = fmt::format("{}:{}: {}", file, line_of(finding) + 1, message);
  if (const std::string remedy = finding.value("remedy", ""); !remedy.empty())
    message += "\n" + remedy;
  return message;
}

json diagnostic_of(const json& finding, const DocumentText& document) {
  const std::string rule = finding.value("rule", "");
  json diagnostic = {{"range", place_of(finding, document)},
                     {"severity", finding.value("severity", "") == "warning" ? kWarning : kError},
                     {"source", "rex"},
                     {"message", message_of(finding, document)}};
  if (rule != "compiler") {
    diagnostic["code"] = "rex-" + rule;
    diagnostic["codeDescription"] = {
        {"href", uri_of_path((document.pages / (rule + ".md")).string())}};
  }
  for (const json& note : finding.value("notes", json::array()))
    if (const std::string file = note.value("file", ""); !file.empty())
      diagnostic["relatedInformation"].push_back(
          {{"location", {{"uri", uri_of_path(file)}, {"range", place_of(note, document)}}},
           {"message", note.value("message", "")}});
  return diagnostic;
}

int start_line(const json& diagnostic) { return diagnostic["range"]["start"].value("line", 0); }

}  // namespace

json merge(const json& clangd, const json& findings, const DocumentText& document) {
  std::set<int> told;      // lines where the compiler's own errors count
  std::set<int> answered;  // lines of clangd's diagnostics that stay
  for (const json& finding : findings)
    if (finding.value("rule", "") == "compiler" && is_in(finding, document))
      told.insert(line_of(finding));
  json merged = json::array();
  for (const json& diagnostic : clangd) {
    const int line = start_line(diagnostic);
    if (diagnostic.value("severity", 1) == kError && !told.contains(line)) continue;
    answered.insert(line);
    merged.push_back(diagnostic);
  }
  for (const json& finding : findings)
    // clangd's form of the compiler's errors has ranges and fixes.
    if (finding.value("rule", "") != "compiler" || !is_in(finding, document) ||
        !answered.contains(line_of(finding)))
      merged.push_back(diagnostic_of(finding, document));
  std::sort(merged.begin(), merged.end(),
            [](const json& a, const json& b) { return start_line(a) < start_line(b); });
  return merged;
}

}  // namespace rex::cli
