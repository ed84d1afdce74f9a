// SPDX-License-Identifier: GPL-2.0-only
// Reports DNS queries (UDP over IPv4) that arrive at a network interface.
#include <rex/rex.hpp>

struct DnsHeader {  // RFC 1035, 4.1.1
  rex::be16 id, flags, questions, answers, authorities, additional;

  constexpr bool is_query() const { return (flags.value() & 0x8000u) == 0; }
};

struct Query {
  rex::Ipv4 client;
  rex::be16 type;                 // 1 is A, 28 AAAA, ...
  rex::Array<rex::u8, 254> name;  // "www.example.org", zeros after it
};

rex::RingBuf<64 * 1024> queries;
rex::Atomic<rex::u64> malformed;

namespace {

constexpr rex::be16 dns_port{53};

// Labels, each after a byte with its length, until an empty one.  Moves `at` behind them.
bool read_name(const rex::Xdp& packet, rex::usize& at, Query& query) {
  rex::usize size = 0;
  while (const auto label = packet.read<rex::u8>(at++)) {
    if (*label == 0) return true;
    const rex::usize dot = size == 0 ? 0 : 1;
    if (*label > 63 || size + dot + *label > query.name.size()) return false;
    if (dot == 1) query.name[size++] = '.';
    for (rex::usize i = 0; i < *label; ++i) {
      const auto character = packet.read<rex::u8>(at++);
      if (!character) return false;
      query.name[size++] = *character;
    }
  }
  return false;
}

// Whether there is a first question, and it could be read.
bool read_question(const rex::Xdp& packet, rex::usize at, const DnsHeader& dns, Query& query) {
  if (dns.questions == rex::be16{0} || !read_name(packet, at, query)) return false;
  const auto type = packet.read<rex::be16>(at);
  if (type) query.type = *type;
  return static_cast<bool>(type);
}

}  // namespace

rex::XdpAction dns(const rex::Xdp& packet) {
  const auto ethernet = packet.read<rex::EthernetHeader>(0);
  if (!ethernet || ethernet->type != rex::EtherType::ipv4) return rex::XdpAction::pass;
  rex::usize at = sizeof(rex::EthernetHeader);
  const auto ip = packet.read<rex::Ipv4Header>(at);
  if (!ip || ip->protocol != rex::IpProtocol::udp || ip->fragment_offset() != 0)
    return rex::XdpAction::pass;
  at += ip->header_size();
  const auto udp = packet.read<rex::UdpHeader>(at);
  if (!udp || udp->destination != dns_port) return rex::XdpAction::pass;
  at += sizeof(rex::UdpHeader);
  const auto dns = packet.read<DnsHeader>(at);
  if (dns && !dns->is_query()) return rex::XdpAction::pass;

  Query query{.client = ip->source, .type = {}, .name = {}};
  if (dns && read_question(packet, at + sizeof(DnsHeader), *dns, query))
    queries.output(query);  // where nobody reads them, they are lost
  else
    malformed.add(1);
  return rex::XdpAction::pass;
}
