// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::u8 a;
  rex::u32 b;
};

rex::Result program(const rex::Once&) {
  return rex::to_bytes(A{1, 2})[1];  // expect: wire
}
