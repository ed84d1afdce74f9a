// SPDX-License-Identifier: GPL-2.0-only
// Reading where a range ends.
// expect: panic 4 3 3
#include <rex/rex.hpp>

rex::Result iterator_panics(const rex::Once&) {
  rex::Array<rex::u32, 3> values{1, 2, 3};
  auto at = values.begin();
  ++at;
  ++at;
  ++at;
  return *at;
}
