// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "rex/error.hpp"

namespace rex::internal {

/// The whole of a regular file of at most 64 MiB.
/// Errors: kIo.
Result<std::vector<std::byte>> read_file(const std::filesystem::path& path);

}  // namespace rex::internal
