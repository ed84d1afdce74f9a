// SPDX-License-Identifier: GPL-2.0-only
// Bitwise CRC32 of 1,500 bytes.
#include <rex/rex.hpp>

rex::Atomic<rex::i64> answer;

rex::XdpAction crc32(const rex::Xdp& packet) {
  rex::u32 crc = ~0u;
  for (rex::usize i = 0; i < packet.size(); ++i) {
    crc ^= *packet.read<rex::u8>(i);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
  }
  answer.store(~crc);
  return rex::XdpAction::pass;
}
