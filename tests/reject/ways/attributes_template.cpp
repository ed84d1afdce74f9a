// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
[[gnu::section(".init.text")]] T twice(T value) {  // expect: attribute
  return value + value;
}

rex::Result program(const rex::Once&) {
  if (twice(2U) > 4) return 1;
  return 0;
}
