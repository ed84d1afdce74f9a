// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  T i;  // expect: view-member
};

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{};
  A<decltype(a.begin())> s{a.begin()};
  return *s.i;
}
