// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  auto&& s = auto{a.span()}[1];
  auto&& t = auto{a}.span();  // expect: view-temporary
  return s + t[0];
}
