// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  const int& get() const { return x; }
};
struct B : A {};

rex::Result program(const rex::Once&) {
  const int& r = B{}.get();  // expect: view-temporary
  return r;
}
