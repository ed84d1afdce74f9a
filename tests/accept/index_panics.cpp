// SPDX-License-Identifier: GPL-2.0-only
// An index beyond the end.
// expect: panic 4 10 8
#include <rex/rex.hpp>

rex::Result index_panics(const rex::Once&) {
  rex::Array<rex::u32, 8> values{};
  rex::usize index = 5;
  index *= 2;
  return values[index];
}
