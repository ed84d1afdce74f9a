// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {
  T x = 3;  // expect: view-member
};

rex::Result program(const rex::Once&) {
  return A<const int&>{}.x;
}
