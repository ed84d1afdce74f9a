// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct Own { T t; Own(T x) : t(x) {} };  // expect: view-member
Own(int&) -> Own<int&>;

rex::Result program(const rex::Once&) {
  int a = 1;
  Own o{a};
  return o.t;
}
