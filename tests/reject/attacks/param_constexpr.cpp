// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr rex::Param<int> p{3};  // expect: map-scope

rex::Result program(const rex::Once&) {
  return 0;
}
