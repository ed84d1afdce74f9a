// SPDX-License-Identifier: GPL-2.0-only
// Records whose stride is in the data.
#include <rex/rex.hpp>

rex::Atomic<rex::i64> answer;

rex::XdpAction tlv_walk(const rex::Xdp& packet) {
  rex::i64 sum = 0;
  rex::usize at = 14;
  while (at + 2 <= packet.size()) {
    const rex::u8 type = *packet.read<rex::u8>(at++);
    const rex::u8 length = *packet.read<rex::u8>(at++);
    for (rex::u8 i = 0; i < length && type == 1; ++i)
      sum += packet.read<rex::u8>(at + i).value_or(0);
    at += length;
  }
  answer.store(sum);
  return rex::XdpAction::pass;
}
