// SPDX-License-Identifier: GPL-2.0-only
// What is not written of a record of bytes is zero.
// expect: value 0
#include <rex/rex.hpp>

rex::RingBuf<4096> out;

rex::Result program(const rex::Once&) {
  if (auto record = out.reserve_bytes(24)) {
    record->write(8, rex::u64{7});
    record->submit();
  }
  return rex::ok;
}
