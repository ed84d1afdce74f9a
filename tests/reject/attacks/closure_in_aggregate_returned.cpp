// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class F>
struct Box {
  F f;  // expect: view-member
};
template <class F>
Box(F) -> Box<F>;
static int f() {
  int x = 1;
  return Box{[&x] { return x; }}.f();
}

rex::Result program(const rex::Once&) { return 0; }
