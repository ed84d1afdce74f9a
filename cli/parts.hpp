// SPDX-License-Identifier: GPL-2.0-only
// The files of one extension, compared and united.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "diagnostic.hpp"

namespace rex::cli {

/// A file that the checker has accepted.
struct Part {
  std::filesystem::path source;
  nlohmann::json manifest;  // the checker's, of a file of several
};

/// What is wrong between files.  The checker has looked at each alone and trusted what the
/// headers say of the others; this is where that trust is justified: what one file uses, one
/// other defines, with the same type; and a name of a type means the same in all of them.
std::vector<Diagnostic> compare(const std::vector<Part>& parts);

/// One manifest of all; compare() has found nothing.
nlohmann::json unite(const std::vector<Part>& parts);

/// The symbols of all programs.
std::vector<std::string> programs_of(const std::vector<Part>& parts);

}  // namespace rex::cli
