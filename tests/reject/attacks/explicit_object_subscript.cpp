// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  rex::Array<int, 4> x{};
  const int& operator[](this const S& self, rex::usize i, rex::usize j) { return self.x[i + j]; }
};

rex::Result program(const rex::Once&) {
  const int& r = S{}[1, 2];  // expect: view-temporary
  return r;
}
