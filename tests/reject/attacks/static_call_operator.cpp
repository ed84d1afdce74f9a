// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  static const int& operator()(const int& x) { return x; }
};

rex::Result program(const rex::Once&) {
  const int& r = A{}(3);  // expect: view-temporary
  return r;
}
