// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class F>
static int call(F* f) { return f(); }  // expect: function-pointer

rex::Result program(const rex::Once&) {
  return call(+[] { return 1; });  // expect: function-pointer
}
