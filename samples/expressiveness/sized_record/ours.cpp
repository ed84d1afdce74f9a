// SPDX-License-Identifier: GPL-2.0-only
// A ring buffer record whose size is known at run time.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 1> size;
rex::RingBuf<4096> records;

rex::Result sized_record(const rex::Once&) {
  auto record = records.reserve_bytes(*size.get(0));
  if (!record) return -1;
  for (rex::u32 i = 0; i < record->size(); ++i) record->write(i, rex::u8{7});
  record->submit();
  return *size.get(0);
}
