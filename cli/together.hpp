// SPDX-License-Identifier: GPL-2.0-only
// An extension of several files.
#pragma once

#include <nlohmann/json.hpp>

#include "compiler.hpp"

namespace rex::cli {

/// What came of the files.
struct Together {
  bool accepted = true;
  nlohmann::json diagnostics = nlohmann::json::array();  // already printed
  nlohmann::json manifest;                               // of the whole, where accepted
  std::string sources;                                   // their names, "a.cpp, b.cpp"
};

/// Checks files that belong together: each on its own, then what they share.  The order of the
/// files does not matter.
/// @param folder  for files on the way
/// @param object  to be made, by an extension's name; empty: only check
/// Errors: kIo (also for a file that is given twice), kBusy.
Result<Together> compile_together(const Installation& installation,
                                  std::vector<std::filesystem::path> sources,
                                  const std::filesystem::path& folder,
                                  const std::filesystem::path& object,
                                  const std::string& extension);

}  // namespace rex::cli
