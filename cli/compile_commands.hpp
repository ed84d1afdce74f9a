// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <filesystem>
#include <vector>

#include "rex/error.hpp"

namespace rex::cli {

/// Writes compile_commands.json and .clangd into the current folder: the command line with which
/// `rex check` looks at each source.  Other sources' entries stay, and a .clangd of somebody
/// else's. Errors: kIo.
Result<void> write_compile_commands(const std::vector<std::filesystem::path>& sources);

}  // namespace rex::cli
