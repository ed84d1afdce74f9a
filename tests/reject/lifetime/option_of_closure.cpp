// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 1;
  auto f = [&] { return x; };
  rex::Option<decltype(f)> o{f};  // expect: view-stored
  return 0;
}
