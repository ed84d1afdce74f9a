// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{};
  rex::Span<int> s{a.begin(), 100};  // expect: compiler
  return s[50];
}
