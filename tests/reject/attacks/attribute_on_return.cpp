// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(int x) {
  if (x) [[clang::musttail]] return f(x - 1);  // expect: attribute
  return 0;
}

rex::Result program(const rex::Once&) {
  return 0;
}
