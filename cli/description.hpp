// SPDX-License-Identifier: GPL-2.0-only
// What a user-space program is told about an extension that is linked into it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace rex::cli {

/// The C source of the extension's description (rex/host/image.h), made of the checker's manifest.
std::string describe_extension(const std::string& extension, const nlohmann::json& manifest);

}  // namespace rex::cli
