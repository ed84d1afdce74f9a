// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "failure.hpp"
#include "target.hpp"

namespace rex::internal {

namespace {

struct Unit {
  std::string_view name;
  std::uint64_t nanoseconds;
};
constexpr Unit kUnits[] = {{"us", 1'000}, {"ms", 1'000'000}, {"s", 1'000'000'000}};
constexpr std::uint64_t kShortest = 100'000;  // nanoseconds
constexpr std::uint64_t kLongest = 24ull * 3600 * 1'000'000'000;

}  // namespace

Result<std::uint64_t> parse_period(std::string_view text, std::string_view place) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const auto* unit = std::ranges::find(kUnits, rest, &Unit::name);
  if (error != std::errc() || unit == std::end(kUnits) || number > kLongest / unit->nanoseconds ||
      number * unit->nanoseconds < kShortest)
    return failure(ErrorCode::kInvalidArgument, place,
                   fmt::format("\"{}\" is no period of a timer", text),
                   "write a whole number and us, ms or s: 100us to 86400s");
  return number * unit->nanoseconds;
}

}  // namespace rex::internal
