// SPDX-License-Identifier: GPL-2.0-only
// What a user is told, always on stderr: stdout is for results.
#pragma once

#include <string_view>

#include "rex/error.hpp"

namespace rex::cli {

/// "rex: error: …"
void print_error(std::string_view message);
/// The same with the long story, indented, where there is one.
void print_error(const Error& error);
/// "rex: …"
void print_hint(std::string_view message);

}  // namespace rex::cli
