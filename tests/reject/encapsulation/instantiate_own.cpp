// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  T x{};
};
template struct A<int>;  // expect: specialisation

rex::Result program(const rex::Once&) { return 0; }
