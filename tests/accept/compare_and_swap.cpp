// SPDX-License-Identifier: GPL-2.0-only
// A retry loop.
// expect: value 64
#include <rex/rex.hpp>

rex::Atomic<rex::u32> largest;

static void raise_to(rex::u32 value) {
  rex::u32 seen = largest.load();
  while (seen < value && !largest.compare_exchange(seen, value)) {
  }
}

rex::Result compare_and_swap(const rex::Once&) {
  for (rex::u32 value : rex::Array<rex::u32, 5>{4, 64, 12, 3, 63}) raise_to(value);
  return largest.load();
}
