// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 1;
  auto f = [&] { return x; };
  rex::Array a{f, f};  // expect: view-stored
  return a[0]();
}
