// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  bool x;
  rex::Array<rex::u8, 3> y;
};

rex::Result program(const rex::Once&) {
  auto a = rex::bit_cast<A>(7u);  // expect: wire
  return a.x;
}
