// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace u { struct T { bool b; }; }

rex::Result program(const rex::Once&) {
  rex::Array<rex::u8, 16> b{};
  return from_bytes<u::T>(b.span()) ? 1 : 0;  // expect: wire
}
