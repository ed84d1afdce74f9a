// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct R {
  rex::Array<int, 3> a{1, 2, 3};
  auto begin() { return a.begin(); }
  auto end() { return rex::Array<int, 3>{}.end(); }  // expect: view-return
};

rex::Result program(const rex::Once&) {
  int n = 0;
  R r{};
  for (int x : r) n += x;
  return n;
}
