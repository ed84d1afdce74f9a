// SPDX-License-Identifier: GPL-2.0-only
// A closure that calls itself, by its own parameter.
// expect: value 120
#include <rex/rex.hpp>

rex::Result recursion_in_closure(const rex::Once&) {
  const auto factorial = [](this const auto& self, rex::i64 n) -> rex::i64 {
    return n < 2 ? 1 : n * self(n - 1);
  };
  return factorial(5);
}
