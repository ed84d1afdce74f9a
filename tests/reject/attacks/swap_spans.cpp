// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  auto s = a.span();
  {
    rex::Array<int, 2> b{1, 2};
    auto t = b.span();
    rex::swap(s, t);  // expect: compiler
  }
  return s[0];
}
