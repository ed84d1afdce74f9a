// SPDX-License-Identifier: GPL-2.0-only
// The Internet checksum over a payload of any length.
// As in https://github.com/xdp-project/xdp-tutorial/issues/153,
// https://github.com/iovisor/bcc/issues/2463
#include <rex/rex.hpp>

rex::Atomic<rex::i64> answer;

rex::XdpAction udp_checksum(const rex::Xdp& packet) {
  rex::Checksum sum;
  rex::usize at = 42;
  for (; at + 2 <= packet.size(); at += 2) sum.add(*packet.read<rex::be16>(at));
  if (at < packet.size()) sum.add(rex::be16{rex::narrow<rex::u16>(*packet.read<rex::u8>(at) << 8)});
  answer.store(sum.value().value());
  return rex::XdpAction::pass;
}
