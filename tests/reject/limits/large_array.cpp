// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<rex::u8, 5000> buffer{};  // expect: object-size
  return buffer[0];
}
