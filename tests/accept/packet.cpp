// SPDX-License-Identifier: GPL-2.0-only
// Headers of a packet, in network byte order.
// expect: value 8080
#include <rex/rex.hpp>

struct Ethernet {
  rex::Mac to;
  rex::Mac from;
  rex::be16 type;
};

struct Ip {
  rex::u8 version;
  rex::u8 service;
  rex::be16 length;
  rex::be32 more;
  rex::u8 ttl;
  rex::u8 protocol;
  rex::be16 checksum;
  rex::Ipv4 from;
  rex::Ipv4 to;
};

struct Udp {
  rex::be16 from;
  rex::be16 to;
  rex::be16 length;
  rex::be16 checksum;
};

static_assert(sizeof(Ethernet) == 14 && sizeof(Ip) == 20 && sizeof(Udp) == 8);

static rex::Option<rex::u16> destination(rex::Span<const rex::u8> packet) {
  const auto ethernet = rex::from_bytes<Ethernet>(packet);
  if (!ethernet || ethernet->type != rex::be16{0x0800}) return {};
  const auto ip = rex::from_bytes<Ip>(packet.from(14));
  if (!ip || ip->protocol != 17 || !ip->to.in(rex::Ipv4{10, 0, 0, 0}, 8)) return {};
  const auto udp = rex::from_bytes<Udp>(packet.from(34));
  if (!udp) return {};
  return udp->to.value();
}

rex::Result packet(const rex::Once&) {
  rex::Array<rex::u8, 64> bytes{};
  bytes[12] = 8;
  bytes[14 + 9] = 17;
  bytes[14 + 16] = 10;
  bytes[34 + 2] = 0x1f;
  bytes[34 + 3] = 0x90;
  return destination(bytes).value_or(0);
}
