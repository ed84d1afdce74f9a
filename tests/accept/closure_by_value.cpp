// SPDX-License-Identifier: GPL-2.0-only
// A closure that is returned holds copies.
// expect: value 42
#include <rex/rex.hpp>

static auto adder(rex::i32 amount) {
  return [amount](rex::i32 value) { return value + amount; };
}

rex::Result closure_by_value(const rex::Once&) {
  const auto add_two = adder(2);
  return add_two(40);
}
