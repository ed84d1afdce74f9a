// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  std::string s = "x";  // expect: std-library
  return 0;
}
