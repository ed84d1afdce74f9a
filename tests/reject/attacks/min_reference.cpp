// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int a = 1;
  const int& r = rex::min<const int&>(a, 5);  // expect: view-temporary
  return r;
}
