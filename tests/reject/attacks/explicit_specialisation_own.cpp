// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
int f(T) {
  return 1;
}
template <>
int f<int>(int x) {  // expect: linkage
  return x;
}

rex::Result program(const rex::Once&) {
  return f(1);
}
