// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Creates the maps that a manifest describes.
#pragma once

#include <string_view>

#include "file_descriptor.hpp"
#include "rex/error.hpp"
#include "rex/manifest.hpp"

namespace rex::internal {

/// Errors: kMapCreationFailed, kNotPermitted.
Result<FileDescriptor> create_map(const Manifest::Map& map, std::string_view place);

}  // namespace rex::internal
