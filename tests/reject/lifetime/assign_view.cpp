// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  auto s = a.span();
  {
    rex::Array<int, 2> b{3, 4};
    s = b.span();  // expect: compiler
  }
  return s[0];
}
