// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <string_view>

namespace rex::host {

/// Something that no accepted extension can do, or that a test must not: says so and aborts, so
/// that a debugger and the sanitizers show the stack.
[[noreturn]] void fatal(std::string_view what);

}  // namespace rex::host
