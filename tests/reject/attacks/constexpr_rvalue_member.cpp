// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  static constexpr int&& state = 5;  // expect: global
};

rex::Result program(const rex::Once&) {
  S::state += 1;
  return S::state;
}
