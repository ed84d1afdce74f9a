// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static int read(T p) {
  return *p;
}

rex::Result program(const rex::Once&) {
  int x = 4;
  return read(&x);  // expect: pointer
}
