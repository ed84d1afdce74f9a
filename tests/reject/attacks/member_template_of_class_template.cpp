// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  T x{};
  template <class U>
  T f(U y) {
    return *(&x + y);  // expect: pointer
  }
};

rex::Result program(const rex::Once&) {
  return A<int>{}.f<long>(1);
}
