// SPDX-License-Identifier: GPL-2.0-only
#include "diagnostic.hpp"

#include <fmt/core.h>

namespace rex::cli {

namespace {

void print(const Place& place, std::string_view kind, std::string_view message) {
  fmt::print(stderr, "{}:{}: {}: {}\n", place.file, place.line, kind, message);
}

nlohmann::json to_json(const Place& place, std::string_view message) {
  return {{"file", place.file}, {"line", place.line}, {"column", 0}, {"message", message}};
}

}  // namespace

void print(const Diagnostic& diagnostic) {
  print(diagnostic.place, "error", fmt::format("{} [rex-{}]", diagnostic.message, diagnostic.rule));
  for (const Note& note : diagnostic.notes) print(note.place, "note", note.message);
  fmt::print(stderr, "note: {}\n", diagnostic.remedy);
}

nlohmann::json to_json(const Diagnostic& diagnostic) {
  nlohmann::json json = to_json(diagnostic.place, diagnostic.message);
  json["rule"] = diagnostic.rule;
  json["severity"] = "error";
  json["remedy"] = diagnostic.remedy;
  json["notes"] = nlohmann::json::array();
  for (const Note& note : diagnostic.notes)
    json["notes"].push_back(to_json(note.place, note.message));
  return json;
}

}  // namespace rex::cli
