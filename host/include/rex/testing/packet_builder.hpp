// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Packets from their headers, and from a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <rex/testing/packet.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rex::testing {

/// Puts a packet together from the outside in; build() fills in lengths, protocols and checksums:
///
///     PacketBuilder().ethernet().ipv4("10.0.0.1", "10.0.0.2").udp(4000, 53).payload(text).build()
///
/// Without ethernet() it begins with the IP header, as Netfilter and CgroupSkb see it.  Addresses
/// that are none throw std::invalid_argument.
class PacketBuilder {
 public:
  PacketBuilder& ethernet(std::string_view source = "02:00:00:00:00:01",
                          std::string_view destination = "02:00:00:00:00:02");
  /// A tag of 802.1Q, after ethernet().
  PacketBuilder& vlan(std::uint16_t id);
  PacketBuilder& ipv4(const std::string& source, const std::string& destination,
                      std::uint8_t ttl = 64);
  PacketBuilder& ipv6(const std::string& source, const std::string& destination,
                      std::uint8_t hop_limit = 64);
  PacketBuilder& udp(std::uint16_t source, std::uint16_t destination);
  /// @param flags  FIN 1, SYN 2, RST 4, PSH 8, ACK 16
  PacketBuilder& tcp(std::uint16_t source, std::uint16_t destination, std::uint8_t flags = 16,
                     std::uint32_t sequence = 0, std::uint32_t acknowledged = 0);
  /// What follows the headers; may be called again.
  PacketBuilder& payload(std::span<const std::uint8_t> bytes);
  PacketBuilder& payload(std::string_view text);

  Packet build() const;

 private:
  using Bytes = std::vector<std::uint8_t>;

  void append16(std::uint16_t value);
  void set_type(std::uint16_t ether_type);
  void set_protocol(std::uint8_t protocol);

  Bytes bytes_;
  // Where headers begin.
  std::optional<std::size_t> type_;  // the field for what follows Ethernet
  std::optional<std::size_t> network_, transport_;
  std::uint8_t protocol_ = 0;
};

/// The packets of a file in the format pcap (that of `tcpdump -w`), with Ethernet or IP headers
/// first.  Throws std::invalid_argument where the file cannot be read or is something else.
std::vector<Packet> read_pcap(const std::filesystem::path& file);

}  // namespace rex::testing
