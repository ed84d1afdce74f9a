// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::u32 there();  // expect: undefined-function

rex::Result program(const rex::Once&) {
  const auto call = [] { return there(); };
  if (call() > 1) return 1;
  return 0;
}
