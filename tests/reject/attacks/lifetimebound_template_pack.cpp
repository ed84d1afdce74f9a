// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class... T>
static const int& last(const T&... x) {
  return (x, ...);  // expect: view-return
}
static int g() { return last(1, 2); }

rex::Result program(const rex::Once&) { return 0; }
