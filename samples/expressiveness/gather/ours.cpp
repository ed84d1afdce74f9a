// SPDX-License-Identifier: GPL-2.0-only
// Gather several pieces into one buffer, as sendmsg does with its iovecs.
// As in https://github.com/iovisor/bcc/issues/2391
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 4> lengths;
rex::ArrayMap<rex::u8, 4096> data;  // piece i at 1,024 * i

rex::Result gather(const rex::Once&) {
  rex::Array<rex::u8, 1024> buffer{};
  rex::u32 copied = 0;
  for (rex::u32 piece = 0; piece < lengths.capacity(); ++piece)
    for (rex::u32 i = 0; i < *lengths.get(piece) && copied < buffer.size(); ++i)
      buffer[copied++] = *data.get(1024 * piece + i);
  return rex::sum(buffer, rex::i64{0});
}
