// SPDX-License-Identifier: GPL-2.0-only
// Copy what follows the headers, whatever its length.
// As in https://github.com/iovisor/bcc/issues/3269
#include <rex/rex.hpp>

rex::ArrayMap<rex::u8, 1024> buffer;
rex::Atomic<rex::i64> answer;

rex::XdpAction packet_copy(const rex::Xdp& packet) {
  constexpr rex::usize headers = 54;
  const rex::usize length = packet.size() - headers;
  if (length > buffer.capacity()) return rex::XdpAction::pass;
  rex::i64 sum = 0;
  for (rex::u32 i = 0; i < length; ++i) buffer.set(i, *packet.read<rex::u8>(headers + i));
  for (rex::u32 i = 0; i < length; ++i) sum += *buffer.get(i);
  answer.store(sum);
  return rex::XdpAction::pass;
}
