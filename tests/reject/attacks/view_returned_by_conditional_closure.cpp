// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  auto f = [&](bool c) -> rex::Span<int> { return c ? a.span() : a.span().first(1); };  // expect: closure-return
  return f(true)[0];
}
