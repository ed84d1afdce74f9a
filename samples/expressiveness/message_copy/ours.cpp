// SPDX-License-Identifier: GPL-2.0-only
// Messages of several pieces, dropped where they are larger than the buffer.
// As in https://github.com/qpoint-io/qtap/pull/258
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 4> pieces;
rex::ArrayMap<rex::u8, 2048> data;
rex::ArrayMap<rex::u8, 2048> message;

rex::Result message_copy(const rex::Once&) {
  rex::u32 total = 0;
  for (rex::u32 i = 0; i < pieces.capacity(); ++i) total += *pieces.get(i);
  if (total > message.capacity()) return -1;
  for (rex::u32 i = 0; i < total; ++i) message.set(i, *data.get(i));
  rex::i64 sum = 0;
  for (rex::u32 i = 0; i < total; ++i) sum += *message.get(i);
  return sum;
}
