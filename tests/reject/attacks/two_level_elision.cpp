// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct I {
  int x = 0;
  const int& get() const { return x; }
};
struct A {
  I i{};
  const I& inner() const { return i; }
};

rex::Result program(const rex::Once&) {
  const int& r = A{}.inner().get();  // expect: view-temporary
  return r;
}
