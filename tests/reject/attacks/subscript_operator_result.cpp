// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  const int& operator[](int) const { return x; }
};

rex::Result program(const rex::Once&) {
  const int& r = A{}[0];  // expect: view-temporary
  return r;
}
