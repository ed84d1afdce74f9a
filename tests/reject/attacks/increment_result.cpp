// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  auto&& r = *++a.begin();  // expect: view-temporary
  auto i = ++a.begin();  // expect: view-temporary
  return r + *i;
}
