// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Pair {
  int* p;  // expect: pointer
  int n;
};

rex::Result program(const rex::Once&) {
  int x = 1;
  auto [p, n] = Pair{&x, 1};  // expect: pointer
  return n;
}
