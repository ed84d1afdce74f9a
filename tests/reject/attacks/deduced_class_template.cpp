// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  T& r;  // expect: view-member
  A(T& x) : r{x} {}
};

rex::Result program(const rex::Once&) {
  int x = 1;
  A a{x};
  return a.r;
}
