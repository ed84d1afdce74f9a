// SPDX-License-Identifier: GPL-2.0-only
// Records whose length is in the data.
// expect: value 60
#include <rex/rex.hpp>

static rex::Option<rex::u32> total(rex::Span<const rex::u8> bytes) {
  rex::u32 sum = 0;
  rex::usize at = 0;
  while (at < bytes.size()) {
    if (bytes.size() - at < 2) return {};
    const rex::u8 type = bytes[at];
    const rex::u8 length = bytes[at + 1];
    if (length > bytes.size() - at - 2) return {};
    if (type == 1)
      for (rex::u8 value : bytes.part(at + 2, length)) sum += value;
    at += 2u + length;
  }
  return sum;
}

rex::Result tlv(const rex::Once&) {
  const rex::Array<rex::u8, 11> packet{1, 2, 10, 20, 9, 1, 99, 1, 1, 30, 0};
  const auto sum = total(packet.span().first(10));
  return sum ? rex::i64{*sum} : -1;
}
