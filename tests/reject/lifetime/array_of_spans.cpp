// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  rex::Array<rex::Span<int>, 1> s{a.span()};  // expect: view-stored
  return s[0][0];
}
