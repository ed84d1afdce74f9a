// SPDX-License-Identifier: GPL-2.0-only
// Arguments of different lengths, each with its length, in one event.
// As in https://github.com/chriskaliX/Hades/issues/83
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 4> lengths;
rex::ArrayMap<rex::u8, 2048> data;  // argument i at 512 * i
rex::ArrayMap<rex::u8, 2048> event;

rex::Result event_buffer(const rex::Once&) {
  rex::u32 size = 0;
  for (rex::u32 argument = 0; argument < lengths.capacity(); ++argument) {
    const rex::u32 length = *lengths.get(argument);
    event.set(size++, static_cast<rex::u8>(length));
    event.set(size++, static_cast<rex::u8>(length >> 8));
    for (rex::u32 i = 0; i < length; ++i) event.set(size++, *data.get(argument * 512 + i));
  }
  rex::i64 sum = 0;
  for (rex::u32 i = 0; i < size; ++i) sum += *event.get(i);
  return sum;
}
