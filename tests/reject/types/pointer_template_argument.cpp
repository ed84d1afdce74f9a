// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static int size() {
  return sizeof(T);
}

rex::Result program(const rex::Once&) {
  return size<int*>();  // expect: pointer
}
