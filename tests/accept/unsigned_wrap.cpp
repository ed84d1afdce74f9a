// SPDX-License-Identifier: GPL-2.0-only
// Unsigned numbers wrap around.
// expect: value 4294967295
#include <rex/rex.hpp>

rex::Result unsigned_wrap(const rex::Once&) {
  rex::u32 zero = 0;
  --zero;
  return zero;
}
