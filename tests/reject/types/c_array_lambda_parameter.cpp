// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [](int (&a)[2]) { return a[0]; };  // expect: c-array
  return sizeof(f);
}
