// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr int&& state = 5;  // expect: global

rex::Result program(const rex::Once&) {
  state += 1;
  return state;
}
