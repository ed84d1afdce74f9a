// SPDX-License-Identifier: GPL-2.0-only
#include <rex/testing/packet_builder.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>

#include <charconv>
#include <stdexcept>

namespace rex::testing {

namespace {

constexpr std::uint16_t kIpv4 = 0x0800, kIpv6 = 0x86dd, kVlan = 0x8100;
constexpr std::size_t kIpv4Header = 20, kIpv6Header = 40;

std::uint16_t at16(std::span<const std::uint8_t> bytes, std::size_t offset) {
  return static_cast<std::uint16_t>(bytes[offset] << 8 | bytes[offset + 1]);
}

void put16(std::span<std::uint8_t> bytes, std::size_t offset, std::size_t value) {
  bytes[offset] = static_cast<std::uint8_t>(value >> 8);
  bytes[offset + 1] = static_cast<std::uint8_t>(value);
}

/// The Internet checksum (RFC 1071), with what was summed up already.
std::uint16_t checksum(std::span<const std::uint8_t> bytes, std::uint64_t sum = 0) {
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) sum += at16(bytes, i);
  if (bytes.size() % 2) sum += static_cast<std::uint64_t>(bytes.back()) << 8;
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  return static_cast<std::uint16_t>(~sum);
}

std::uint64_t sum_of(std::span<const std::uint8_t> bytes) {
  return static_cast<std::uint16_t>(~checksum(bytes));
}

void append_mac(std::vector<std::uint8_t>& bytes, std::string_view text) {
  const auto part = [&](std::size_t at) {
    std::uint8_t value = 0;
    const char* const first = text.data() + at;
    const bool is_one = std::from_chars(first, first + 2, value, 16).ptr == first + 2 &&
                        (at + 2 == text.size() || text[at + 2] == ':');
    return is_one ? std::optional(value) : std::nullopt;
  };
  for (std::size_t at = 0; at < 18; at += 3) {
    const auto value = text.size() == 17 ? part(at) : std::nullopt;
    if (!value)
      throw std::invalid_argument(std::string(text) +
                                  " is no Ethernet address like 02:00:00:00:00:01");
    bytes.push_back(*value);
  }
}

template <std::size_t Size>
void append_address(std::vector<std::uint8_t>& bytes, int family, const std::string& text) {
  std::uint8_t address[Size];
  if (::inet_pton(family, text.c_str(), address) != 1)
    throw std::invalid_argument(text + " is no address of IPv" + (Size == 4 ? "4" : "6"));
  bytes.insert(bytes.end(), address, address + Size);
}

}  // namespace

void PacketBuilder::append16(std::uint16_t value) {
  bytes_.resize(bytes_.size() + 2);
  put16(bytes_, bytes_.size() - 2, value);
}

void PacketBuilder::set_type(std::uint16_t ether_type) {
  if (type_) put16(bytes_, *type_, ether_type);
}

void PacketBuilder::set_protocol(std::uint8_t protocol) {
  if (!network_)
    throw std::invalid_argument("a packet has ipv4() or ipv6() before udp() and tcp()");
  protocol_ = protocol;
  const bool is_ipv4 = bytes_[*network_] >> 4 == 4;
  bytes_[*network_ + (is_ipv4 ? 9 : 6)] = protocol;
}

PacketBuilder& PacketBuilder::ethernet(std::string_view source, std::string_view destination) {
  append_mac(bytes_, destination);
  append_mac(bytes_, source);
  type_ = bytes_.size();
  append16(0);
  return *this;
}

PacketBuilder& PacketBuilder::vlan(std::uint16_t id) {
  if (!type_) throw std::invalid_argument("a packet has ethernet() before vlan()");
  set_type(kVlan);
  append16(id & 0xfff);
  type_ = bytes_.size();
  append16(0);
  return *this;
}

PacketBuilder& PacketBuilder::ipv4(const std::string& source, const std::string& destination,
                                   std::uint8_t ttl) {
  set_type(kIpv4);
  network_ = bytes_.size();
  bytes_.insert(bytes_.end(), {0x45, 0, 0, 0, 0, 0, 0x40, 0, ttl, 0, 0, 0});
  append_address<4>(bytes_, AF_INET, source);
  append_address<4>(bytes_, AF_INET, destination);
  return *this;
}

PacketBuilder& PacketBuilder::ipv6(const std::string& source, const std::string& destination,
                                   std::uint8_t hop_limit) {
  set_type(kIpv6);
  network_ = bytes_.size();
  bytes_.insert(bytes_.end(), {0x60, 0, 0, 0, 0, 0, IPPROTO_NONE, hop_limit});
  append_address<16>(bytes_, AF_INET6, source);
  append_address<16>(bytes_, AF_INET6, destination);
  return *this;
}

PacketBuilder& PacketBuilder::udp(std::uint16_t source, std::uint16_t destination) {
  set_protocol(IPPROTO_UDP);
  transport_ = bytes_.size();
  for (const std::uint16_t word : {source, destination, std::uint16_t{0}, std::uint16_t{0}})
    append16(word);
  return *this;
}

PacketBuilder& PacketBuilder::tcp(std::uint16_t source, std::uint16_t destination,
                                  std::uint8_t flags, std::uint32_t sequence,
                                  std::uint32_t acknowledged) {
  set_protocol(IPPROTO_TCP);
  transport_ = bytes_.size();
  append16(source);
  append16(destination);
  for (const std::uint32_t number : {sequence, acknowledged}) {
    append16(static_cast<std::uint16_t>(number >> 16));
    append16(static_cast<std::uint16_t>(number));
  }
  bytes_.insert(bytes_.end(), {0x50, flags, 0xff, 0xff, 0, 0, 0, 0});
  return *this;
}

PacketBuilder& PacketBuilder::payload(std::span<const std::uint8_t> bytes) {
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  return *this;
}

PacketBuilder& PacketBuilder::payload(std::string_view text) {
  bytes_.insert(bytes_.end(), text.begin(), text.end());
  return *this;
}

Packet PacketBuilder::build() const {
  Packet packet{.bytes = bytes_};
  if (!network_) return packet;
  const std::span network = std::span(packet.bytes).subspan(*network_);
  const bool is_ipv4 = network[0] >> 4 == 4;
  const std::size_t header = is_ipv4 ? kIpv4Header : kIpv6Header;
  if (is_ipv4) {
    put16(network, 2, network.size());
    put16(network, 10, checksum(network.first(header)));
  } else {
    put16(network, 4, network.size() - header);
  }
  if (!transport_) return packet;
  const std::span transport = std::span(packet.bytes).subspan(*transport_);
  const bool is_udp = protocol_ == IPPROTO_UDP;
  if (is_udp) put16(transport, 4, transport.size());
  const std::span addresses = is_ipv4 ? network.subspan(12, 8) : network.subspan(8, 32);
  const std::uint16_t sum = checksum(transport, sum_of(addresses) + protocol_ + transport.size());
  put16(transport, is_udp ? 6 : 16, is_udp && sum == 0 ? 0xffff : sum);
  return packet;
}

}  // namespace rex::testing
