// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> ring;

rex::Result program(const rex::Once&) {
  auto a = ring.reserve<int>();
  if (!a) return 1;
  auto b = *a;  // expect: compiler
  return 0;
}
