// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 1;
  auto f = [&x] { return x; };
  auto g = rex::bit_cast<decltype(f)>(rex::u64{4096});  // expect: view-temporary
  return g();
}
