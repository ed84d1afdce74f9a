// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const int& f(const int& a [[clang::lifetimebound]], const int& b) {
  return b;  // expect: view-return
}

rex::Result program(const rex::Once&) { return 0; }
