// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <rex::usize Size>
rex::u32 fill() {
  rex::Array<rex::u8, Size> bytes{};  // expect: object-size
  bytes[1] = 1;
  return bytes[1];
}

rex::Result program(const rex::Once&) {
  if (fill<8192>() > 1) return 1;
  return 0;
}
