// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Headers of packets, as wire data: each is read from a packet by value.
///
///     if (auto ip = packet.read<rex::Ipv4Header>(sizeof(rex::EthernetHeader))) …
///
/// Their sizes are the protocols'.  A header with options is longer: header_size() tells.
#pragma once

#include <rex/endian.hpp>
#include <rex/ip.hpp>
#include <rex/mac.hpp>
#include <rex/types.hpp>

namespace rex {

/// What follows an Ethernet or VLAN header; EthernetHeader::type.
namespace EtherType {
inline constexpr be16 ipv4{0x0800};
inline constexpr be16 arp{0x0806};
inline constexpr be16 vlan{0x8100};
inline constexpr be16 ipv6{0x86dd};
inline constexpr be16 qinq{0x88a8};
}  // namespace EtherType

/// What follows an IP header; Ipv4Header::protocol, Ipv6Header::next_header.
namespace IpProtocol {
inline constexpr u8 icmp = 1;
inline constexpr u8 tcp = 6;
inline constexpr u8 udp = 17;
inline constexpr u8 icmpv6 = 58;
}  // namespace IpProtocol

/// 14 bytes.
struct [[clang::annotate("rex::wire")]] EthernetHeader {
  Mac destination;
  Mac source;
  be16 type;  ///< EtherType of what follows
};

/// 4 bytes, after an Ethernet header of type vlan or qinq.
struct [[clang::annotate("rex::wire")]] VlanHeader {
  be16 control;
  be16 type;  ///< EtherType of what follows

  constexpr u16 id() const { return control.value() & 0x0fff; }
  constexpr u8 priority() const { return static_cast<u8>(control.value() >> 13); }
};

/// 20 bytes, without options.
struct [[clang::annotate("rex::wire")]] Ipv4Header {
  u8 version_and_size;
  u8 service;       ///< DSCP and ECN
  be16 total_size;  ///< bytes, header and data
  be16 id;
  be16 fragment;  ///< flags and offset
  u8 time_to_live;
  u8 protocol;  ///< IpProtocol of what follows
  be16 checksum;
  Ipv4 source;
  Ipv4 destination;

  constexpr u32 version() const { return version_and_size >> 4; }
  /// Bytes, with options: 20 to 60.  Less means damaged.
  constexpr u32 header_size() const { return (version_and_size & 0xfu) * 4; }
  /// Bytes of the packet's data before this one's.
  constexpr u32 fragment_offset() const { return (fragment.value() & 0x1fffu) * 8; }
  constexpr bool more_fragments() const { return (fragment.value() & 0x2000u) != 0; }
};

/// 40 bytes, without extension headers.
struct [[clang::annotate("rex::wire")]] Ipv6Header {
  be32 version_class_flow;
  be16 payload_size;  ///< bytes after this header
  u8 next_header;     ///< IpProtocol of what follows
  u8 hop_limit;
  Ipv6 source;
  Ipv6 destination;

  constexpr u32 version() const { return version_class_flow.value() >> 28; }
  constexpr u32 flow() const { return version_class_flow.value() & 0xfffff; }
};

/// 20 bytes, without options.
struct [[clang::annotate("rex::wire")]] TcpHeader {
  be16 source;
  be16 destination;
  be32 sequence;
  be32 acknowledgement;
  u8 size_and_reserved;
  u8 flags;
  be16 window;
  be16 checksum;
  be16 urgent;

  /// Bytes, with options: 20 to 60.  Less means damaged.
  constexpr u32 header_size() const { return (size_and_reserved >> 4) * 4u; }
  constexpr bool fin() const { return (flags & 0x01) != 0; }
  constexpr bool syn() const { return (flags & 0x02) != 0; }
  constexpr bool rst() const { return (flags & 0x04) != 0; }
  constexpr bool psh() const { return (flags & 0x08) != 0; }
  constexpr bool ack() const { return (flags & 0x10) != 0; }
};

/// 8 bytes.
struct [[clang::annotate("rex::wire")]] UdpHeader {
  be16 source;
  be16 destination;
  be16 size;  ///< bytes, header and data
  be16 checksum;
};

/// 8 bytes, of ICMP and ICMPv6.
struct [[clang::annotate("rex::wire")]] IcmpHeader {
  u8 type;
  u8 code;
  be16 checksum;
  be32 rest;  ///< depends on the type: identifier and sequence of an echo
};

/// The Internet checksum (RFC 1071, RFC 1624), in steps.
///
///     packet.write(checksum_at, rex::Checksum::replaced(udp->checksum, udp->destination, port));
class Checksum {
 public:
  constexpr Checksum() = default;

  constexpr Checksum& add(be16 word) {
    sum_ += word.value();
    return *this;
  }
  constexpr Checksum& add(be32 words) {
    sum_ += (words.value() >> 16) + (words.value() & 0xffff);
    return *this;
  }
  constexpr Checksum& add(Ipv4 address) { return add(address.address); }
  constexpr Checksum& remove(be16 word) {
    sum_ += static_cast<u16>(~word.value());
    return *this;
  }
  constexpr Checksum& remove(be32 words) {
    const u32 inverted = ~words.value();
    sum_ += (inverted >> 16) + (inverted & 0xffff);
    return *this;
  }
  constexpr Checksum& remove(Ipv4 address) { return remove(address.address); }

  /// As it stands in a header.
  constexpr be16 value() const {
    u64 sum = sum_;
    while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
    return be16{static_cast<u16>(~sum)};
  }

  /// A header's checksum after one of the fields it covers was replaced.  T: be16, be32, Ipv4.
  template <class T>
  static constexpr be16 replaced(be16 checksum, T before, T after) {
    Checksum sum;
    sum.sum_ = static_cast<u16>(~checksum.value());
    return sum.remove(before).add(after).value();
  }

 private:
  u64 sum_ = 0;  // of 16-bit words, not folded: room for 2^48 of them
};

/// The checksum of an IPv4 header without options, whose own field counts as 0.
constexpr be16 checksum_of(const Ipv4Header& header) {
  Checksum sum;
  sum.add(be16{static_cast<u16>(header.version_and_size << 8 | header.service)});
  sum.add(header.total_size).add(header.id).add(header.fragment);
  sum.add(be16{static_cast<u16>(header.time_to_live << 8 | header.protocol)});
  return sum.add(header.source).add(header.destination).value();
}

}  // namespace rex
