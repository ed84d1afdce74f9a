// SPDX-License-Identifier: GPL-2.0-only
// A payload under a keystream of 20 rounds, at an offset known at run time.
// As in https://github.com/sh0rch/packetveil/issues/20
#include <rex/rex.hpp>

rex::Atomic<rex::i64> answer;

rex::XdpAction keystream(const rex::Xdp& packet) {
  rex::Array<rex::u32, 4> state{1, 2, 3, 4};
  const rex::usize skip = packet.read<rex::u8>(14).value_or(0);
  rex::u32 sum = 0;
  for (rex::usize i = 15 + skip; i < packet.size(); ++i) {
    for (rex::u32 round = 0; round < 20; ++round) {
      const rex::u32 mixed = state[round % 4] + state[(round + 1) % 4];
      state[(round + 3) % 4] = rex::rotate_left(state[(round + 3) % 4] ^ mixed, 7);
    }
    sum += *packet.read<rex::u8>(i) ^ (state[i % 4] & 255);
  }
  answer.store(sum);
  return rex::XdpAction::pass;
}
