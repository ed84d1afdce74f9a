// SPDX-License-Identifier: GPL-2.0-only
// The last byte of a packet, by its length.
#include <rex/rex.hpp>

rex::Atomic<rex::i64> answer;

rex::XdpAction last_byte(const rex::Xdp& packet) {
  answer.store(*packet.read<rex::u8>(packet.size() - 1));
  return rex::XdpAction::pass;
}
