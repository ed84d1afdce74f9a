// SPDX-License-Identifier: GPL-2.0-only
// Copy a DNS name of any number of labels.
// As in https://github.com/vincentmli/bpfire/issues/47
#include <rex/rex.hpp>

rex::Atomic<rex::i64> answer;

rex::XdpAction dns_name(const rex::Xdp& packet) {
  rex::Array<rex::u8, 256> name{};
  rex::usize length = 0;
  rex::usize at = 54;
  while (const rex::u8 label = packet.read<rex::u8>(at++).value_or(0)) {
    if (length != 0) name[length++] = '.';
    for (rex::u8 i = 0; i < label; ++i) name[length++] = packet.read<rex::u8>(at++).value_or(0);
  }
  rex::i64 hash = 0;
  for (rex::usize i = 0; i < length; ++i) hash = (hash * 31 + name[i]) % 1000003;
  answer.store(hash);
  return rex::XdpAction::pass;
}
