// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  int a = [*this] { return b; }();  // expect: init-order
  int b = 1;
};

rex::Result program(const rex::Once&) {
  return S{}.a;
}
