// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static int f(T q) {  // expect: map-scope
  return sizeof(q);
}
static int g() { return f<rex::Queue<int, 4>>({}); }  // expect: map-scope

rex::Result program(const rex::Once&) { return 0; }
