// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// The maps that a manifest describes, made or shared.
#pragma once

#include <string_view>

#include "file_descriptor.hpp"
#include "rex/error.hpp"
#include "rex/manifest.hpp"
#include "rex/options.hpp"

namespace rex::internal {

/// Errors: kMapCreationFailed (the kernel refuses it, or what is there is another map),
/// kNotPermitted.
Result<FileDescriptor> make_map(const Manifest::Map& map, const MapOptions& options,
                                std::string_view place);

}  // namespace rex::internal
