// SPDX-License-Identifier: GPL-2.0-only
// Go on in a packet by a length that it contains.
// As in https://github.com/cilium/cilium/issues/1620
#include <rex/rex.hpp>

rex::Atomic<rex::i64> answer;

struct Header {
  rex::u8 type;
  rex::u8 size;
};

rex::XdpAction header_chain(const rex::Xdp& packet) {
  rex::i64 types = 0;
  rex::usize at = 14;
  while (const auto header = packet.read<Header>(at)) {
    types += header->type;
    if (header->size == 0) break;
    at += header->size;
    if (header->type == 6) at += 2;
  }
  answer.store(types);
  return rex::XdpAction::pass;
}
