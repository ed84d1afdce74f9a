// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct V {
  T x = 0;
};
static int f(V<volatile int>) { return 1; }  // expect: volatile

rex::Result program(const rex::Once&) {
  return 0;
}
