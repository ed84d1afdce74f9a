// SPDX-License-Identifier: GPL-2.0-only
// What `rex check` says, as diagnostics of the language server protocol.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace rex::cli {

/// What a document's diagnostics are about.
struct DocumentText {
  const std::string& path;
  const std::string& text;
  const std::filesystem::path& pages;  // of the rules
};

/// One list of clangd's diagnostics and of those that `rex check --json` prints: each fault once,
/// as in `rex check`.  What only clangd says stays (hints, clang-tidy), but for errors that the
/// checker has taken for consequences of a rule's.
nlohmann::json merge(const nlohmann::json& clangd, const nlohmann::json& findings,
                     const DocumentText& document);

}  // namespace rex::cli
