// SPDX-License-Identifier: GPL-2.0-only
// XDP programs.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 1024> seen;
rex::Queue<rex::i32, 1> outgoing;  // index of the interface that forward() sends to

static constexpr rex::usize ip_at = sizeof(rex::EthernetHeader);
static constexpr rex::usize udp_at = ip_at + sizeof(rex::Ipv4Header);

static bool is_udp_to(const rex::Xdp& packet, rex::u16 port) {
  const auto ethernet = packet.read<rex::EthernetHeader>(0);
  if (!ethernet || ethernet->type != rex::EtherType::ipv4) return false;
  const auto ip = packet.read<rex::Ipv4Header>(ip_at);
  if (!ip || ip->header_size() != 20 || ip->protocol != rex::IpProtocol::udp) return false;
  const auto udp = packet.read<rex::UdpHeader>(udp_at);
  return udp && udp->destination == rex::be16{port};
}

rex::XdpAction drop_port_7(const rex::Xdp& packet) {
  if (!is_udp_to(packet, 7)) return rex::XdpAction::pass;
  seen.push(static_cast<rex::i32>(packet.interface()));
  return rex::XdpAction::drop;
}

// Answers how many of the four reads found enough bytes, as a size that the test can see.
rex::XdpAction count_reads(rex::Xdp& packet) {
  rex::i32 found = 0;
  if (packet.read<rex::u8>(packet.size() - 1)) ++found;
  if (packet.read<rex::u8>(packet.size())) ++found;
  if (packet.read<rex::be32>(packet.size() - 3)) ++found;
  if (packet.read<rex::u64>(0xffffffffffffffff)) ++found;
  seen.push(found);
  if (packet.write(packet.size() - 1, rex::be16{1})) seen.push(-1);
  return rex::XdpAction::pass;
}

// What is in a packet, as far as it goes: 4 or 6, the protocol, its port or type.
rex::XdpAction classify(const rex::Xdp& packet) {
  const auto ethernet = packet.read<rex::EthernetHeader>(0);
  if (!ethernet) return rex::XdpAction::drop;
  rex::be16 type = ethernet->type;
  rex::usize at = sizeof(rex::EthernetHeader);
  while (type == rex::EtherType::vlan || type == rex::EtherType::qinq) {
    const auto vlan = packet.read<rex::VlanHeader>(at);
    if (!vlan) return rex::XdpAction::drop;
    seen.push(vlan->id());
    type = vlan->type;
    at += sizeof *vlan;
  }
  rex::u8 protocol = 0;
  if (type == rex::EtherType::ipv4) {
    const auto ip = packet.read<rex::Ipv4Header>(at);
    if (!ip || ip->header_size() < sizeof *ip) return rex::XdpAction::drop;
    protocol = ip->protocol;
    at += ip->header_size();
  } else if (type == rex::EtherType::ipv6) {
    const auto ip = packet.read<rex::Ipv6Header>(at);
    if (!ip || ip->version() != 6) return rex::XdpAction::drop;
    protocol = ip->next_header;
    at += sizeof *ip;
  }
  seen.push(protocol);
  if (protocol == rex::IpProtocol::tcp) {
    const auto tcp = packet.read<rex::TcpHeader>(at);
    if (!tcp || !tcp->syn() || tcp->ack()) return rex::XdpAction::drop;
    seen.push(tcp->destination.value());
  } else if (protocol == rex::IpProtocol::udp) {
    const auto udp = packet.read<rex::UdpHeader>(at);
    if (!udp) return rex::XdpAction::drop;
    seen.push(udp->destination.value());
  } else if (protocol == rex::IpProtocol::icmp || protocol == rex::IpProtocol::icmpv6) {
    const auto icmp = packet.read<rex::IcmpHeader>(at);
    if (!icmp) return rex::XdpAction::drop;
    seen.push(icmp->type);
  }
  return rex::XdpAction::pass;
}

rex::XdpAction reflect(rex::Xdp& packet) {
  const auto ethernet = packet.read<rex::EthernetHeader>(0);
  if (!ethernet) return rex::XdpAction::drop;
  rex::EthernetHeader answer = *ethernet;
  answer.source = ethernet->destination;
  answer.destination = ethernet->source;
  if (!packet.write(0, answer)) return rex::XdpAction::aborted;
  return rex::XdpAction::tx;
}

// Puts a VLAN header behind the addresses.
rex::XdpAction tag(rex::Xdp& packet) {
  const auto ethernet = packet.read<rex::EthernetHeader>(0);
  if (!ethernet || !packet.adjust_head(-4)) return rex::XdpAction::drop;
  rex::EthernetHeader outer = *ethernet;
  outer.type = rex::EtherType::vlan;
  const rex::VlanHeader vlan{rex::be16{42}, ethernet->type};
  if (!packet.write(0, outer) || !packet.write(sizeof outer, vlan)) return rex::XdpAction::aborted;
  return rex::XdpAction::pass;
}

rex::XdpAction resize(rex::Xdp& packet) {
  if (packet.adjust_head(1 << 20) || packet.adjust_head(-(1 << 20))) return rex::XdpAction::aborted;
  if (packet.adjust_tail(1 << 20) || packet.adjust_tail(-(1 << 20))) return rex::XdpAction::aborted;
  if (!packet.adjust_tail(-10) || !packet.adjust_tail(6)) return rex::XdpAction::drop;
  return rex::XdpAction::pass;
}

// Sends port 80 to 8080, and mends the checksum.
rex::XdpAction translate(rex::Xdp& packet) {
  if (!is_udp_to(packet, 80)) return rex::XdpAction::pass;
  const auto udp = packet.read<rex::UdpHeader>(udp_at);
  rex::UdpHeader changed = *udp;
  changed.destination = rex::be16{8080};
  changed.checksum = rex::Checksum::replaced(udp->checksum, udp->destination, changed.destination);
  if (!packet.write(udp_at, changed)) return rex::XdpAction::aborted;
  return rex::XdpAction::pass;
}

rex::XdpAction forward(rex::Xdp& packet) {
  const auto interface = outgoing.peek();
  return interface ? packet.redirect(static_cast<rex::u32>(*interface)) : rex::XdpAction::drop;
}

rex::XdpAction panics(const rex::Xdp& packet) {
  if (is_udp_to(packet, 7)) rex::panic("in a packet");
  return rex::XdpAction::drop;
}

rex::XdpAction panics_closed(const rex::OnPanic<rex::Xdp, rex::XdpAction::drop>& packet) {
  if (is_udp_to(packet, 7)) rex::panic("in a packet");
  return rex::XdpAction::pass;
}

// Nothing of its parameter is used.
rex::XdpAction panics_at_once(const rex::OnPanic<rex::Xdp, rex::XdpAction::tx>&) {
  rex::panic("at once");
}
