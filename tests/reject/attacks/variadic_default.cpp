// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  template <class... A>
  S(A...) {}  // expect: constructor-init
  int x;
};

rex::Result program(const rex::Once&) {
  S s{};
  return s.x;
}
