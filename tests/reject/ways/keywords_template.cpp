// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
T half(T value) {
  return value * 0.5;  // expect: floating-point
}

rex::Result program(const rex::Once&) {
  if (half(4U) > 1) return 1;
  return 0;
}
