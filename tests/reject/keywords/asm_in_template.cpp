// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <int N>
static int go() {
  asm("cli");  // expect: asm
  return N;
}

rex::Result program(const rex::Once&) {
  return go<1>();
}
