// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace {
struct Base {
  int a = 0;
};
struct Derived : Base {
  rex::Array<int, 100> more{};
};
Base& operator+(Derived&, Base& b [[clang::lifetimebound]]) { return b; }
}

rex::Result program(const rex::Once&) {
  rex::Array<Base, 1> one{};
  Derived d{};
  rex::sum<rex::Span<Base>, Derived&>(one, d);  // expect: compiler
  return d.more[50];
}
