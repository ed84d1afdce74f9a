// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<rex::u8, 4> b{};
  return *rex::from_bytes<bool>(b);  // expect: wire
}
