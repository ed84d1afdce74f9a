// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  int x = 3;
  const int& operator()(this const S& self) { return self.x; }
};

rex::Result program(const rex::Once&) {
  const int& r = S{}();  // expect: view-temporary
  return r;
}
