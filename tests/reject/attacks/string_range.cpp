// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int n = 0;
  for (char c : "abc") n += c;  // expect: c-array
  return n;
}
