// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { rex::Span<int> s; };  // expect: view-member

rex::Result program(const rex::Once&) {
  rex::Array<rex::u8, 16> b{};
  return rex::from_bytes<S>(b) ? 1 : 0;  // expect: wire
}
