// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int a = 1;
  auto f = [&] { return a; };
  rex::Array h{f, f};  // expect: view-stored
  return h[0]();
}
