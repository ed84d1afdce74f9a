// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int a<:3:>{};  // expect: c-array
  return a<:1:>;
}
