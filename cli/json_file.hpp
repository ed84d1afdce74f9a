// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace rex::cli {

/// The JSON in a file; discarded() where there is none.
inline nlohmann::json read_json(const std::filesystem::path& path) {
  std::ifstream stream(path);
  return nlohmann::json::parse(stream, nullptr, /*allow_exceptions=*/false);
}

}  // namespace rex::cli
