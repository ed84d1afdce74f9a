// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static const T& f() {
  T x{};
  return x;  // expect: view-return
}
static int g() { return f<int>(); }

rex::Result program(const rex::Once&) { return 0; }
