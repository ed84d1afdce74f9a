// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Where a program is attached, out of its text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rex/error.hpp"

namespace rex::internal {

/// "write_null", or "write_null+0x10".
struct KprobeTarget {
  std::string function;
  std::uint64_t offset = 0;  // bytes from its start

  /// Errors: kInvalidArgument.
  static Result<KprobeTarget> parse(std::string_view text, std::string_view place);
};

}  // namespace rex::internal
