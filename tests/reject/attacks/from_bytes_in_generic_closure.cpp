// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<rex::u8, 16> b{};
  auto f = []<class T>(rex::Span<const rex::u8> s) { return static_cast<bool>(rex::from_bytes<T>(s)); };  // expect: wire
  return f.operator()<bool>(b) ? 1 : 0;
}
