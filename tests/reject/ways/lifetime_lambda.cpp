// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static auto make(rex::u32& value) {
  return [&value] { return value; };  // expect: closure-return
}

rex::Result program(const rex::Once&) {
  rex::u32 value = 1;
  if (make(value)() > 1) return 1;
  return 0;
}
