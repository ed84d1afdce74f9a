// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::Span<int> s;  // expect: view-member
  auto get() { return [*this] { return s[0]; }; }  // expect: closure-return
};

rex::Result program(const rex::Once&) {
  return 0;
}
