// SPDX-License-Identifier: GPL-2.0-only
// Functions that take functions.
// expect: value 5050
#include <rex/rex.hpp>

template <class Function>
static void repeat(rex::u32 times, Function&& function) {
  for (rex::u32 i = 0; i < times; ++i) function(i);
}

rex::Result closures(const rex::Once&) {
  rex::u64 sum = 0;
  repeat(101, [&](rex::u32 i) { sum += i; });
  return sum;
}
