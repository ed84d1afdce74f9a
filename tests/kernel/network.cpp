// SPDX-License-Identifier: GPL-2.0-only
#include "network.hpp"

#include <arpa/inet.h>
#include <bpf/bpf.h>
#include <gtest/gtest.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "support.hpp"

namespace rex::test {

namespace {

/// A socket that sees every frame of an interface.
int tap(const char* interface) {
  const int fd = socket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, htons(ETH_P_ALL));
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(ETH_P_ALL);
  address.sll_ifindex = static_cast<int>(if_nametoindex(interface));
  EXPECT_EQ(bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  return fd;
}

std::uint16_t checksum(const std::uint8_t* data, std::size_t size) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < size; i += 2) sum += data[i] << 8 | data[i + 1];
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  return static_cast<std::uint16_t>(~sum);
}

}  // namespace

Packet udp_packet(std::uint16_t port) {
  Packet packet = {// Ethernet
                   0x02, 0, 0, 0, 0, 1, 0x02, 0, 0, 0, 0, 2, 0x08, 0x00,
                   // IPv4: 46 bytes, UDP, 10.0.0.2 to 10.0.0.1
                   0x45, 0, 0, 46, 0, 1, 0, 0, 64, 17, 0, 0, 10, 0, 0, 2, 10, 0, 0, 1,
                   // UDP: 26 bytes, no checksum
                   0x12, 0x34, 0, 0, 0, 26, 0, 0};
  for (std::uint8_t i = 0; i < 18; ++i) packet.push_back(i);
  packet[36] = static_cast<std::uint8_t>(port >> 8);
  packet[37] = static_cast<std::uint8_t>(port);
  const std::uint16_t sum = checksum(packet.data() + 14, 20);
  packet[24] = static_cast<std::uint8_t>(sum >> 8);
  packet[25] = static_cast<std::uint8_t>(sum);
  return packet;
}

Wire::Wire() {
  EXPECT_EQ(std::system("modprobe veth"), 0);
  write_file("/proc/sys/net/ipv6/conf/default/disable_ipv6", "1");
  EXPECT_EQ(std::system("ip link add rx0 type veth peer name tx0 && "
                        "ip link set rx0 up && ip link set tx0 up"),
            0);
  inside_ = tap("rx0");
  outside_ = tap("tx0");
}

Wire::~Wire() {
  close(inside_);
  close(outside_);
  EXPECT_EQ(std::system("ip link del rx0"), 0);
}

void Wire::send(const Packet& packet) const {
  // ENOBUFS is how the sender learns of a drop on the way out.
  const ssize_t sent = ::send(outside_, packet.data(), packet.size(), 0);
  ASSERT_TRUE(sent == static_cast<ssize_t>(packet.size()) || errno == ENOBUFS) << errno;
}

Packets Wire::drain(int socket) {
  Packets packets;
  std::array<std::uint8_t, 2048> buffer;
  sockaddr_ll from{};
  socklen_t size = sizeof from;
  // Packets are delivered in softirq, before the sender's system call returns or a moment later.
  pollfd wanted{socket, POLLIN, 0};
  while (poll(&wanted, 1, 50) == 1) {
    const ssize_t count = recvfrom(socket, buffer.data(), buffer.size(), 0,
                                   reinterpret_cast<sockaddr*>(&from), &size);
    if (count > 0 && from.sll_pkttype != PACKET_OUTGOING)
      packets.emplace_back(buffer.begin(), buffer.begin() + count);
  }
  return packets;
}

int Wire::inside() const { return static_cast<int>(if_nametoindex("rx0")); }

int Wire::outside() const { return static_cast<int>(if_nametoindex("tx0")); }

TestRun test_run(const Link& link, const Packet& packet) {
  bpf_link_info link_info{};
  std::uint32_t size = sizeof link_info;
  EXPECT_EQ(bpf_obj_get_info_by_fd(link.fd(), &link_info, &size), 0);
  const int program = bpf_prog_get_fd_by_id(link_info.prog_id);
  EXPECT_GE(program, 0);
  std::array<std::uint8_t, 4096> out;
  bpf_test_run_opts options{};
  options.sz = sizeof options;
  options.data_in = packet.data();
  options.data_size_in = static_cast<std::uint32_t>(packet.size());
  options.data_out = out.data();
  options.data_size_out = out.size();
  options.repeat = 1;
  TestRun run{};
  run.error = bpf_prog_test_run_opts(program, &options);
  run.value = options.retval;
  run.packet.assign(out.begin(), out.begin() + options.data_size_out);
  close(program);
  return run;
}

std::string output_of(const std::string& command) {
  std::string text;
  std::FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer;
  while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe))
    text.append(buffer.data(), count);
  pclose(pipe);
  return text;
}

}  // namespace rex::test
