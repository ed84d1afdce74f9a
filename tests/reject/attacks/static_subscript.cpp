// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  static const int& operator[](const rex::Array<int, 4>& a, rex::usize i) { return a[i]; }
};

rex::Result program(const rex::Once&) {
  const int& r = S{}[rex::Array<int, 4>{1, 2, 3, 4}, 2];  // expect: view-temporary
  return r;
}
