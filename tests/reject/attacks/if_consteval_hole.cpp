// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static constexpr int f(int x) {
  if consteval {
    return x;
  } else {
    int y;  // expect: init
    return y;
  }
}

rex::Result program(const rex::Once&) {
  return f(3);
}
