// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::u32 one() { return 1; }
using Function = rex::u32();

rex::Result program(const rex::Once&) {
  Function& call = one;  // expect: function-pointer
  if (call() > 1) return 1;
  return 0;
}
