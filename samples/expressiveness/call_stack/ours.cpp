// SPDX-License-Identifier: GPL-2.0-only
// A stack of function addresses whose depth lives in a map.
// As in https://github.com/iovisor/bcc/pull/3669
#include <rex/rex.hpp>

rex::ArrayMap<rex::u64, 7> events;  // an address entered, or 0: returned
rex::ArrayMap<rex::u64, 16> addresses;
rex::ArrayMap<rex::u8, 1> depth;

rex::Result call_stack(const rex::Once&) {
  for (rex::u32 i = 0; i < events.capacity(); ++i) {
    const rex::u8 top = *depth.get(0);
    if (const rex::u64 address = *events.get(i)) {
      addresses.set(top, address);
      depth.set(0, rex::narrow<rex::u8>(top + 1));
    } else {
      depth.set(0, rex::narrow<rex::u8>(top - 1));
    }
  }
  const rex::u8 top = *depth.get(0);
  return static_cast<rex::i64>(*addresses.get(top - 1u));
}
