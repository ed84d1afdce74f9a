// SPDX-License-Identifier: GPL-2.0-only
#define FIRST
#include "shared.hpp"

rex::Result program(const rex::Once&) {
  int a = 1;
  const int& r = pick(a, a + 1);
  return r;
}
