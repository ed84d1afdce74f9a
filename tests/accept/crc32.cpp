// SPDX-License-Identifier: GPL-2.0-only
// A checksum, bit by bit: 0xcbf43926 of "123456789".
// expect: value 3421780262
#include <rex/rex.hpp>

static rex::u32 checksum(rex::Span<const rex::u8> bytes) {
  rex::u32 crc = 0xffffffff;
  for (rex::u8 byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
  }
  return ~crc;
}

rex::Result crc32(const rex::Once&) {
  const rex::Array<rex::u8, 9> digits{'1', '2', '3', '4', '5', '6', '7', '8', '9'};
  return checksum(digits);
}
