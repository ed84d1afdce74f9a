// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return rex::bit_cast<bool>(rex::u8{2});  // expect: wire
}
