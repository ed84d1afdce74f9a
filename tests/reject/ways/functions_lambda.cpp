// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const auto one = [] { return 1U; };
  rex::u32 (&call)() = *one;  // expect: function-pointer
  if (call() > 1) return 1;
  return 0;
}
