// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <rex::usize N>
static int f() {
  rex::Array<rex::u8, N> buffer{};  // expect: object-size
  return buffer[0];
}

rex::Result program(const rex::Once&) {
  return f<5000>();
}
