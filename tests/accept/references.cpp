// SPDX-License-Identifier: GPL-2.0-only
// References as parameters and results.
// expect: value 9
#include <rex/rex.hpp>

static rex::i32& larger(rex::i32& a [[clang::lifetimebound]],
                        rex::i32& b [[clang::lifetimebound]]) {
  return a < b ? b : a;
}

static const rex::i32& first(rex::Span<const rex::i32> values) { return values[0]; }

rex::Result references(const rex::Once&) {
  rex::i32 x = 3;
  rex::i32 y = 5;
  larger(x, y) += 1;
  const rex::Array values{x, y};
  const rex::i32& head = first(values);
  return head + y;
}
