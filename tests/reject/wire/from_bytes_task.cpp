// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<rex::u8, 8> b{};
  if (auto t = rex::from_bytes<rex::Task>(b)) return 1;  // expect: wire
  return 0;
}
