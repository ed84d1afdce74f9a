// SPDX-License-Identifier: GPL-2.0-only
// A record of which only a part is written: the rest is what older records of the same ring buffer
// left there.  Its reader could read those, too; nothing else of the kernel gets out.
#include <rex/rex.hpp>

rex::RingBuf<4096> out;

rex::Result program(const rex::Once&) {
  if (auto record = out.reserve_bytes(64)) record->submit();
  return rex::ok;
}
