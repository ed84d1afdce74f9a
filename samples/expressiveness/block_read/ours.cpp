// SPDX-License-Identifier: GPL-2.0-only
// A block of 4,000 bytes, read into a local buffer.
// As in https://github.com/iovisor/bcc/issues/1650
#include <rex/rex.hpp>

rex::ArrayMap<rex::u8, 4000> block;

rex::Result block_read(const rex::Once&) {
  rex::Array<rex::u8, 4000> copy{};
  for (rex::u32 i = 0; i < copy.size(); ++i) copy[i] = *block.get(i);
  rex::u32 low = 0;
  rex::u32 high = 0;
  for (const rex::u8 byte : copy) {
    low = (low + byte) % 255;
    high = (high + low) % 255;
  }
  return high << 8 | low;
}
