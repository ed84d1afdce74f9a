// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define VECTOR std::vector<int>{}.size()

rex::Result program(const rex::Once&) {
  return VECTOR;  // expect: std-library
}
