// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using R = rex::Array<int, 2>&&;
inline constexpr R state = {1, 2};  // expect: global

rex::Result program(const rex::Once&) {
  state[0] = 5;
  return state[0];
}
