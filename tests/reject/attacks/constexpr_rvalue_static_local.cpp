// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  static constexpr int&& state = 5;  // expect: global
  state += 1;
  return state;
}
