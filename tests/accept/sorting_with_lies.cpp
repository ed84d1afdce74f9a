// SPDX-License-Identifier: GPL-2.0-only
// An order that contradicts itself gives some order, and nothing worse.
// expect: value 45
#include <rex/rex.hpp>

rex::Result sorting_with_lies(const rex::Once&) {
  rex::Array<rex::u32, 10> values{9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
  rex::u32 seed = 7;
  rex::sort(values, [&](rex::u32, rex::u32) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 16 & 1) == 1;
  });
  return rex::sum(values, 0u);
}
