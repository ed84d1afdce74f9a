// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <int N>
int go() {
  asm("cli");  // expect: asm
  return N;
}

rex::Result program(const rex::Once&) {
  return 0;
}
