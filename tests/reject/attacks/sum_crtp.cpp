// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace {
struct A {
  int a = 0;
};
struct B : A {
  int b = 0;
  template <class U>
  void operator=(const U& from) const { (void)from.b; }
};
const A& operator+(const B&, const A& x [[clang::lifetimebound]]) { return x; }
}

rex::Result program(const rex::Once&) {
  rex::Array<A, 1> one{};
  B d{};
  rex::sum<rex::Array<A, 1>, const B&>(one, d);  // expect: compiler
  return 0;
}
