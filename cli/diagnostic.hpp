// SPDX-License-Identifier: GPL-2.0-only
// What is wrong with an extension's files as a whole; a file's own faults the checker reports.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rex::cli {

/// A line of a source.
struct Place {
  std::string file;
  unsigned line = 0;
};

struct Note {
  Place place;
  std::string message;
};

struct Diagnostic {
  std::string_view rule;  // of checker/rules.def
  Place place;
  std::string message;
  std::string_view remedy;
  std::vector<Note> notes;
};

/// On stderr, as clang and the checker print theirs.
void print(const Diagnostic& diagnostic);
/// As the checker writes its own.
nlohmann::json to_json(const Diagnostic& diagnostic);

}  // namespace rex::cli
