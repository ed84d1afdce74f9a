// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr rex::Array<int, 2>&& whole = {1, 2};  // expect: global
constexpr int& part = whole[1];  // expect: global

rex::Result program(const rex::Once&) {
  return part++;
}
