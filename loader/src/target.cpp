// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "target.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "failure.hpp"
#include "rex/abi.h"

namespace rex::internal {

Result<KprobeTarget> KprobeTarget::parse(std::string_view text, std::string_view place) {
  KprobeTarget target;
  const std::size_t plus = text.find('+');
  target.function = text.substr(0, plus);
  const bool good_name =
      !target.function.empty() && target.function.size() < REX_TARGET_SIZE &&
      std::ranges::none_of(target.function, [](char c) { return c <= ' ' || c > '~'; });
  bool good_offset = true;
  if (plus != std::string_view::npos) {
    std::string_view digits = text.substr(plus + 1);
    const int base = digits.starts_with("0x") ? 16 : 10;
    if (base == 16) digits.remove_prefix(2);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), target.offset, base);
    good_offset = error == std::errc() && end == digits.data() + digits.size();
  }
  if (!good_name || !good_offset)
    return failure(ErrorCode::kInvalidArgument, place,
                   fmt::format("cannot be attached to \"{}\"", text),
                   "name a kernel function, or a place in one: write_null+0x10");
  return target;
}

}  // namespace rex::internal
