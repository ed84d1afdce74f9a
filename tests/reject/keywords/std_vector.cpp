// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  std::vector<int> v;  // expect: std-library
  return 0;
}
