// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& pick(const int& a = 3) { return a; }

rex::Result program(const rex::Once&) {
  const int& r = pick();  // expect: view-temporary
  return r;
}
