// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  long long x = 1;
  return (int&)x;  // expect: cast
}
