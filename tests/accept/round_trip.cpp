// SPDX-License-Identifier: GPL-2.0-only
// Wire data to bytes and back.
// expect: value 305419896
#include <rex/rex.hpp>

struct Message {
  rex::be32 number;
  rex::u16 code;
  rex::Array<rex::u8, 2> reserved{};
};

rex::Result round_trip(const rex::Once&) {
  const auto bytes = rex::to_bytes(Message{0x12345678, 5});
  if (bytes[0] != 0x12 || bytes[3] != 0x78) return -1;
  const auto back = rex::from_bytes<Message>(bytes);
  return back && back->code == 5 ? rex::i64{back->number.value()} : -2;
}
