// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  int get(this const S& s) { return s.b; }
  int a = get();  // expect: init-order
  int b = 1;
};

rex::Result program(const rex::Once&) {
  return S{}.a;
}
