// SPDX-License-Identifier: GPL-2.0-only
// Netfilter programs.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 1024> seen;

static bool is_udp_to(const rex::SkbContext& packet, rex::u16 port) {
  const auto ip = packet.read<rex::Ipv4Header>(0);
  if (!ip || ip->version() != 4 || ip->protocol != rex::IpProtocol::udp) return false;
  const auto udp = packet.read<rex::UdpHeader>(ip->header_size());
  return udp && udp->destination == rex::be16{port};
}

rex::NetfilterVerdict drop_input(const rex::Netfilter<"ip:input">& packet) {
  if (!is_udp_to(packet, 7)) return rex::NetfilterVerdict::accept;
  seen.push(static_cast<rex::i32>(packet.incoming_interface()));
  seen.push(static_cast<rex::i32>(packet.outgoing_interface()));
  return rex::NetfilterVerdict::drop;
}

rex::NetfilterVerdict drop_output(const rex::Netfilter<"ip:output:raw">& packet) {
  if (!is_udp_to(packet, 7)) return rex::NetfilterVerdict::accept;
  seen.push(static_cast<rex::i32>(packet.incoming_interface()));
  seen.push(static_cast<rex::i32>(packet.outgoing_interface()));
  return rex::NetfilterVerdict::drop;
}

rex::NetfilterVerdict change(rex::Netfilter<"ip:output">& packet) {
  if (!is_udp_to(packet, 7)) return rex::NetfilterVerdict::accept;
  if (packet.write(packet.size(), rex::u8{0})) return rex::NetfilterVerdict::drop;
  if (!packet.write(packet.size() - 4, rex::be32{0x01020304})) return rex::NetfilterVerdict::drop;
  packet.set_mark(5);
  return rex::NetfilterVerdict::accept;
}

rex::NetfilterVerdict versions(const rex::Netfilter<"inet:input:-5">& packet) {
  if (const auto first = packet.read<rex::u8>(0)) seen.push(*first >> 4);
  return rex::NetfilterVerdict::accept;
}

rex::NetfilterVerdict to_nobody(const rex::Netfilter<"ip:input">& packet) {
  return is_udp_to(packet, 7) ? rex::NetfilterVerdict::queue : rex::NetfilterVerdict::accept;
}

rex::NetfilterVerdict panics(const rex::Netfilter<"ip:input">& packet) {
  if (is_udp_to(packet, 7)) rex::panic("at netfilter");
  return rex::NetfilterVerdict::drop;
}

using Closed = rex::OnPanic<rex::Netfilter<"ip:input">, rex::NetfilterVerdict::drop>;
rex::NetfilterVerdict panics_closed(const Closed& packet) {
  if (is_udp_to(packet, 7)) rex::panic("at netfilter");
  return rex::NetfilterVerdict::accept;
}

rex::Queue<rex::i32, 64> order;
rex::NetfilterVerdict second(const rex::Netfilter<"ip:input:10">& packet) {
  if (is_udp_to(packet, 7)) order.push(2);
  return rex::NetfilterVerdict::accept;
}
rex::NetfilterVerdict third(const rex::Netfilter<"ip:input:security">& packet) {
  if (is_udp_to(packet, 7)) order.push(3);
  return rex::NetfilterVerdict::accept;
}
