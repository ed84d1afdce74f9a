// SPDX-License-Identifier: GPL-2.0-only
// TC and cgroup_skb programs.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 1024> seen;
rex::Queue<rex::i32, 1> outgoing;

static constexpr rex::usize ip_at = sizeof(rex::EthernetHeader);

static bool is_udp_to(const rex::SkbContext& packet, rex::usize ip, rex::u16 port) {
  const auto header = packet.read<rex::Ipv4Header>(ip);
  if (!header || header->protocol != rex::IpProtocol::udp) return false;
  const auto udp = packet.read<rex::UdpHeader>(ip + header->header_size());
  return udp && udp->destination == rex::be16{port};
}

rex::TcAction drop_port_7(const rex::Tc& packet) {
  if (!is_udp_to(packet, ip_at, 7)) return rex::TcAction::unspec;
  seen.push(static_cast<rex::i32>(packet.interface()));
  return rex::TcAction::shot;
}

// Changes bytes at both ends of the packet, which may be in pieces and shared.
rex::TcAction change_ends(rex::Tc& packet) {
  const rex::usize size = packet.size();
  if (!is_udp_to(packet, ip_at, 9)) return rex::TcAction::ok;
  if (packet.write(size, rex::u8{1}) || packet.write(0xffffffffffffffff, rex::u64{1}))
    return rex::TcAction::shot;
  if (!packet.write(6, rex::Mac{2, 2, 2, 2, 2, 2})) return rex::TcAction::shot;
  if (!packet.write(size - 4, rex::be32{0x01020304})) return rex::TcAction::shot;
  const auto last = packet.read<rex::be32>(size - 4);
  seen.push(last ? static_cast<rex::i32>(last->value()) : -1);
  if (packet.read<rex::u16>(size - 1)) seen.push(-2);
  return rex::TcAction::ok;
}

// Six zeros more, of which none is left in the end: bytes of the packet are cut with them.
rex::TcAction resize(rex::Tc& packet) {
  if (!is_udp_to(packet, ip_at, 9)) return rex::TcAction::ok;
  if (packet.adjust_tail(1 << 20) || packet.adjust_tail(-(1 << 20)) || packet.adjust_tail(-50))
    return rex::TcAction::shot;
  const rex::usize size = packet.size();
  if (!packet.adjust_tail(6) || packet.size() != size + 6) return rex::TcAction::shot;
  if (const auto last = packet.read<rex::u8>(size + 5); !last || *last != 0)
    return rex::TcAction::shot;
  return packet.adjust_tail(-10) ? rex::TcAction::ok : rex::TcAction::shot;
}

// The network card adds the outer tag; the inner one is in the packet.
rex::TcAction tag_twice(rex::Tc& packet) {
  if (!is_udp_to(packet, ip_at, 9)) return rex::TcAction::ok;
  if (packet.push_vlan(rex::EtherType::ipv4, rex::be16{1})) return rex::TcAction::shot;
  if (!packet.push_vlan(rex::EtherType::vlan, rex::be16{42})) return rex::TcAction::shot;
  return packet.push_vlan(rex::EtherType::qinq, rex::be16{43}) ? rex::TcAction::ok
                                                               : rex::TcAction::shot;
}

rex::TcAction tag_and_untag(rex::Tc& packet) {
  const auto verdict = tag_twice(packet);
  if (!packet.pop_vlan() || !packet.pop_vlan() || !packet.pop_vlan()) return rex::TcAction::shot;
  return verdict;
}

rex::TcAction translate(rex::Tc& packet) {
  constexpr rex::usize udp_at = ip_at + sizeof(rex::Ipv4Header);
  if (!is_udp_to(packet, ip_at, 9)) return rex::TcAction::ok;
  auto udp = packet.read<rex::UdpHeader>(udp_at);
  if (!udp) return rex::TcAction::shot;
  const rex::be16 before = udp->destination;
  udp->destination = rex::be16{8080};
  if (!packet.write(udp_at, *udp) || !packet.replace_checksum(udp_at + 6, before, udp->destination))
    return rex::TcAction::shot;
  return rex::TcAction::ok;
}

rex::TcAction forward(rex::Tc& packet) {
  const auto interface = outgoing.peek();
  return interface ? packet.redirect(static_cast<rex::u32>(*interface)) : rex::TcAction::shot;
}

rex::TcAction mark(rex::Tc& packet) {
  if (packet.mark() == 0) packet.set_mark(77);
  seen.push(static_cast<rex::i32>(packet.mark()));
  return rex::TcAction::unspec;
}

rex::TcAction panics(const rex::Tc& packet) {
  if (is_udp_to(packet, ip_at, 7)) rex::panic("in a packet");
  return rex::TcAction::shot;
}

rex::TcAction panics_closed(const rex::OnPanic<rex::Tc, rex::TcAction::shot>& packet) {
  if (is_udp_to(packet, ip_at, 7)) rex::panic("in a packet");
  return rex::TcAction::ok;
}

rex::CgroupAction drop_sent(const rex::CgroupSkb& packet) {
  if (!is_udp_to(packet, 0, 7777)) return rex::CgroupAction::pass;
  seen.push(static_cast<rex::i32>(packet.size()));
  return rex::CgroupAction::drop;
}

rex::CgroupAction panics_in_group(
    const rex::OnPanic<rex::CgroupSkb, rex::CgroupAction::drop>& packet) {
  if (is_udp_to(packet, 0, 7777)) rex::panic("in a group");
  return rex::CgroupAction::pass;
}
