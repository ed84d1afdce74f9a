// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class F>
rex::u32 call(F function) {
  return function();
}
static rex::u32 one() { return 1; }

rex::Result program(const rex::Once&) {
  if (call(one) > 1) return 1;  // expect: function-pointer
  return 0;
}
