// SPDX-License-Identifier: GPL-2.0-only
// FNV hash over a whole payload.
#include <rex/rex.hpp>

rex::Atomic<rex::i64> answer;

rex::XdpAction fnv_payload(const rex::Xdp& packet) {
  rex::u32 hash = 2166136261;
  for (rex::usize i = 0; i < packet.size(); ++i)
    hash = (hash ^ *packet.read<rex::u8>(i)) * 16777619;
  answer.store(hash & 0x7fffffff);
  return rex::XdpAction::pass;
}
