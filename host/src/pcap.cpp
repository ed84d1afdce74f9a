// SPDX-License-Identifier: GPL-2.0-only
// The classic format: a header of 24 bytes, then each packet with one of 16, in the byte order of
// who wrote it.
#include <bit>
#include <cstring>
#include <fstream>
#include <iterator>
#include <rex/testing/packet_builder.hpp>
#include <stdexcept>

namespace rex::testing {

namespace {

constexpr std::uint32_t kMicroseconds = 0xa1b2c3d4, kNanoseconds = 0xa1b23c4d;
constexpr std::uint32_t kEthernet = 1, kRawIp = 101;
constexpr std::size_t kFileHeader = 24, kPacketHeader = 16;

std::invalid_argument fault(const std::filesystem::path& file, const char* what) {
  return std::invalid_argument(file.string() + ": " + what);
}

}  // namespace

std::vector<Packet> read_pcap(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw fault(file, "cannot be read");
  const std::vector<char> bytes(std::istreambuf_iterator<char>(stream), {});
  bool swapped = false;
  const auto word = [&](std::size_t offset) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return swapped ? std::byteswap(value) : value;
  };
  const auto is_pcap = [&] { return word(0) == kMicroseconds || word(0) == kNanoseconds; };
  if (bytes.size() < kFileHeader) throw fault(file, "is no pcap file: too short");
  swapped = !is_pcap();
  if (!is_pcap())
    throw fault(file, "is no pcap file; `editcap -F pcap` makes one of other formats");
  const std::uint32_t link = word(20) & 0xffff;
  if (link != kEthernet && link != kRawIp)
    throw fault(file, "holds packets that begin with neither an Ethernet nor an IP header");

  std::vector<Packet> packets;
  std::size_t offset = kFileHeader;
  while (offset < bytes.size()) {
    if (bytes.size() - offset < kPacketHeader) throw fault(file, "ends inside of a packet");
    const std::size_t size = word(offset + 8);
    offset += kPacketHeader;
    if (size > bytes.size() - offset) throw fault(file, "ends inside of a packet");
    const char* first = bytes.data() + offset;
    packets.push_back({.bytes = std::vector<std::uint8_t>(first, first + size)});
    offset += size;
  }
  return packets;
}

}  // namespace rex::testing
