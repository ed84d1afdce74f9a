// SPDX-License-Identifier: GPL-2.0-only
// A part that is not there.
// expect: panic 4 4 6
#include <rex/rex.hpp>

rex::Result part_panics(const rex::Once&) {
  rex::Array<rex::u32, 6> values{};
  return values.span().part(4, 3).size();
}
