// SPDX-License-Identifier: GPL-2.0-only
// Different at compile time.
// expect: value 3
#include <rex/rex.hpp>

static constexpr rex::u32 where() {
  if consteval {
    return 1;
  } else {
    return 2;
  }
}

rex::Result if_consteval(const rex::Once&) {
  constexpr rex::u32 at_compile_time = where();
  return at_compile_time + where();
}
