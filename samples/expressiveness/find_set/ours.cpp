// SPDX-License-Identifier: GPL-2.0-only
// Find "set " in a payload, hash the key after it.
#include <rex/rex.hpp>

rex::Atomic<rex::i64> answer;

rex::XdpAction find_set(const rex::Xdp& packet) {
  using Word = rex::Array<rex::u8, 4>;
  rex::usize at = 0;
  while (packet.read<Word>(at) && *packet.read<Word>(at) != Word{'s', 'e', 't', ' '}) ++at;
  rex::u32 hash = 2166136261;
  for (at += 4; packet.read<rex::u8>(at) && *packet.read<rex::u8>(at) != ' '; ++at)
    hash = (hash ^ *packet.read<rex::u8>(at)) * 16777619;
  answer.store(hash & 0x7fffffff);
  return rex::XdpAction::pass;
}
