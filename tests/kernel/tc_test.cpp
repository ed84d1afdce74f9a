// SPDX-License-Identifier: GPL-2.0-only
// TC and cgroup_skb programs, with real packets.
#include <arpa/inet.h>
#include <bpf/bpf.h>
#include <linux/bpf.h>
#include <linux/pkt_cls.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "network.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

Link attach(Extension& extension, std::string_view program, std::string_view target) {
  auto link = extension.attach(program, target);
  if (!link) {
    ADD_FAILURE() << link.error().summary << '\n' << link.error().details;
    std::exit(1);
  }
  return std::move(*link);
}

// Debian's bpftool is older than tcx, which `bpftool net` would show.
bool has_tc() {
  return output_of("bpftool prog").find("sched_cls  name rex_") != std::string::npos;
}

class Tc : public testing::TestWithParam<const char*> {};

TEST_P(Tc, DropsAndPassesPackets) {
  const Wire wire;
  Extension extension = load("tc");
  const bool egress = std::string_view(GetParam()) == "egress";
  Link link = attach(extension, "drop_port_7", egress ? "tx0:egress" : "rx0:ingress");
  EXPECT_TRUE(has_tc());
  for (int i = 0; i < 3; ++i) {
    wire.send(udp_packet(7));
    wire.send(udp_packet(8));
  }
  if (egress) EXPECT_EQ(wire.received(), Packets(3, udp_packet(8)));
  const int interface = egress ? wire.outside() : wire.inside();
  EXPECT_EQ(drain(extension, "seen"), std::vector<std::int32_t>(3, interface));
  EXPECT_EQ(extension.stats("drop_port_7")->runs, 6u);

  link.close();
  EXPECT_TRUE(wait_until([] { return !has_tc(); }));
  wire.send(udp_packet(7));
  EXPECT_EQ(extension.stats("drop_port_7")->runs, 6u) << "a closed link is detached";
  EXPECT_TRUE(drain(extension, "seen").empty());
}

INSTANTIATE_TEST_SUITE_P(Directions, Tc, testing::Values("ingress", "egress"),
                         [](const auto& info) { return std::string(info.param); });

// A packet socket at the sender holds the same data: what is written must not show there.
TEST(TcPackets, WritesDoNotReachWhatIsShared) {
  const Wire wire;
  Extension extension = load("tc");
  push(extension, "outgoing", wire.outside());
  const Link change = attach(extension, "change_ends", "rx0");
  wire.send(udp_packet(9));
  // rx0's tap comes before TC, and shares the data with the packet.
  EXPECT_EQ(wire.received(), Packets{udp_packet(9)});
  EXPECT_EQ(drain(extension, "seen"), std::vector<std::int32_t>{0x01020304});
}

TEST(TcPackets, ChangesAreSent) {
  const Wire wire;
  Extension extension = load("tc");
  const Link change = attach(extension, "change_ends", "tx0:egress");
  wire.send(udp_packet(9));
  Packet expected = udp_packet(9);
  std::fill(expected.begin() + 6, expected.begin() + 12, 2);
  for (int i = 0; i < 4; ++i) expected[expected.size() - 4 + i] = static_cast<std::uint8_t>(i + 1);
  EXPECT_EQ(wire.received(), Packets{expected});
}

TEST(TcPackets, TheirEndIsMoved) {
  const Wire wire;
  Extension extension = load("tc");
  const Link link = attach(extension, "resize", "tx0:egress");
  wire.send(udp_packet(9));
  Packet expected = udp_packet(9);
  expected.resize(expected.size() - 4);
  EXPECT_EQ(wire.received(), Packets{expected});
}

TEST(TcPackets, AreTagged) {
  const Wire wire;
  Extension extension = load("tc");
  Packet tagged = udp_packet(9);
  const std::uint8_t vlan[] = {0x81, 0x00, 0, 42};
  tagged.insert(tagged.begin() + 12, std::begin(vlan), std::end(vlan));
  {
    const Link link = attach(extension, "tag_twice", "tx0:egress");
    wire.send(udp_packet(9));
    EXPECT_EQ(wire.received(), Packets{tagged});
  }
  const Link link = attach(extension, "tag_and_untag", "tx0:egress");
  wire.send(udp_packet(9));
  EXPECT_EQ(wire.received(), Packets{udp_packet(9)});
}

TEST(TcPackets, ChecksumsAreMended) {
  const Wire wire;
  Extension extension = load("tc");
  const Link link = attach(extension, "translate", "tx0:egress");
  Packet packet = udp_packet(9);
  packet[40] = 0x12;  // not a right checksum, but a difference must stay one
  packet[41] = 0x34;
  wire.send(packet);
  const Packets received = wire.received();
  ASSERT_EQ(received.size(), 1u);
  EXPECT_EQ(received[0][36] << 8 | received[0][37], 8080);
  int after = (received[0][40] << 8 | received[0][41]) + 8080;
  after = (after & 0xffff) + (after >> 16);
  EXPECT_EQ(after, 0x1234 + 9);
}

// A datagram of a socket that is larger than a page has most of its data in pieces.
TEST(TcPackets, PacketsInPiecesAreReadAndWritten) {
  Extension extension = load("tc");
  const Link change = attach(extension, "change_ends", "lo:egress");
  const int receiver = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(9);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(bind(receiver, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  const std::vector<std::uint8_t> data(30'000, 0x55);
  ASSERT_EQ(sendto(receiver, data.data(), data.size(), 0, reinterpret_cast<sockaddr*>(&address),
                   sizeof address),
            30'000);
  std::vector<std::uint8_t> got(40'000);
  ASSERT_EQ(recv(receiver, got.data(), got.size(), MSG_DONTWAIT), 30'000);
  got.resize(30'000);
  std::vector<std::uint8_t> expected = data;
  for (int i = 0; i < 4; ++i) expected[29'996 + i] = static_cast<std::uint8_t>(i + 1);
  EXPECT_TRUE(got == expected);
  EXPECT_EQ(drain(extension, "seen"), std::vector<std::int32_t>{0x01020304});
  close(receiver);
}

TEST(TcPackets, AreRedirected) {
  const Wire wire;
  Extension extension = load("tc");
  push(extension, "outgoing", wire.inside());
  const Link link = attach(extension, "forward", "rx0");
  wire.send(udp_packet(8));
  EXPECT_EQ(wire.returned(), Packets{udp_packet(8)});
}

TEST(TcPrograms, RunOneAfterTheOther) {
  const Wire wire;
  Extension extension = load("tc");
  const Link first = attach(extension, "mark", "rx0");
  Extension other = load("tc");
  const Link second = attach(other, "mark", "rx0");
  wire.send(udp_packet(8));
  EXPECT_TRUE(wait_until([&] { return other.stats("mark")->runs == 1; }));
  EXPECT_EQ(drain(extension, "seen"), std::vector<std::int32_t>{77});
  EXPECT_EQ(drain(other, "seen"), std::vector<std::int32_t>{77});
}

TEST(TcPrograms, APanicLetsThePacketGoOn) {
  const Wire wire;
  KernelLog log;
  Extension extension = load("tc");
  const Link link = attach(extension, "panics", "tx0:egress");
  wire.send(udp_packet(8));
  EXPECT_TRUE(wire.received().empty());
  wire.send(udp_packet(7));
  EXPECT_EQ(wire.received(), Packets{udp_packet(7)});
  EXPECT_TRUE(log.wait_for("program tc/panics panicked at tc.cpp:")) << log.text();
  wire.send(udp_packet(8));
  EXPECT_EQ(wire.received(), Packets{udp_packet(8)}) << "it is detached";
}

TEST(TcPrograms, AProgramDeclaresItsPanicValue) {
  const Wire wire;
  KernelLog log;
  Extension extension = load("tc");
  const Link link = attach(extension, "panics_closed", "tx0:egress");
  wire.send(udp_packet(8));
  EXPECT_EQ(wire.received(), Packets{udp_packet(8)});
  wire.send(udp_packet(7));
  EXPECT_TRUE(wire.received().empty());
  EXPECT_TRUE(log.wait_for("program tc/panics_closed panicked at tc.cpp:")) << log.text();
  EXPECT_TRUE(wait_until([&wire] {
    wire.send(udp_packet(7));
    return wire.received() == Packets{udp_packet(7)};
  })) << "it is detached";
}

TEST(TcPrograms, AKilledLoaderLeavesNothingThatActs) {
  const Wire wire;
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    Extension extension = load("tc");
    const Link link = attach(extension, "drop_port_7", "tx0:egress");
    if (write(ready[1], "x", 1) == 1) pause();
    _exit(1);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  wire.send(udp_packet(7));
  EXPECT_TRUE(wire.received().empty());
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  wire.send(udp_packet(7));
  EXPECT_EQ(wire.received(), Packets{udp_packet(7)});
  EXPECT_TRUE(wait_until([] {
    const Extension next = load("tc");
    return extension_modules() == std::vector{next.module_name()};
  }));
}

TEST(TcPrograms, ErrorsSayWhatIsWrong) {
  Extension extension = load("tc");
  EXPECT_NE(extension.attach("mark", "nowhere0").error().summary.find("no such network interface"),
            std::string::npos);
  EXPECT_NE(extension.attach("mark", "lo:sideways").error().summary.find("no such direction"),
            std::string::npos);
}

// ---- cgroup_skb ----

constexpr const char* kGroup = "/sys/fs/cgroup/rex";

/// Sends a datagram to port 7777 of this machine from inside the group; the errno of sending.
int send_from_group() {
  const pid_t child = fork();
  if (child == 0) {
    write_file(std::string(kGroup) + "/cgroup.procs", "0");
    const int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(7777);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto sent =
        sendto(fd, "hello", 5, 0, reinterpret_cast<sockaddr*>(&address), sizeof address);
    _exit(sent == 5 ? 0 : errno);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WEXITSTATUS(status);
}

class CgroupSkb : public testing::Test {
 protected:
  CgroupSkb() : extension_(load("tc")) { mkdir(kGroup, 0755); }
  ~CgroupSkb() override { rmdir(kGroup); }

  /// The link; none where the kernel is too old, which the error then says.
  std::optional<Link> attach_to_group(std::string_view program) {
    auto link = extension_.attach(program, std::string(kGroup) + ":egress");
    if (link) return std::move(*link);
    EXPECT_EQ(link.error().code, ErrorCode::kKernelUnsupported) << link.error().summary;
    EXPECT_NE(link.error().summary.find("Linux 6.12"), std::string::npos) << link.error().summary;
    EXPECT_NE(output_of("uname -r").find("6.1."), std::string::npos) << link.error().summary;
    return std::nullopt;
  }

  Extension extension_;
};

TEST_F(CgroupSkb, DropsWhatTheGroupSends) {
  auto link = attach_to_group("drop_sent");
  if (!link) GTEST_SKIP() << "needs Linux 6.12";
  EXPECT_EQ(send_from_group(), EPERM);
  EXPECT_EQ(drain(extension_, "seen"), std::vector<std::int32_t>{33});
  EXPECT_NE(output_of("bpftool cgroup show /sys/fs/cgroup/rex").find("rex_drop_sent"),
            std::string::npos);
  link->close();
  EXPECT_EQ(send_from_group(), 0);
}

TEST_F(CgroupSkb, AProgramDeclaresItsPanicValue) {
  KernelLog log;
  auto link = attach_to_group("panics_in_group");
  if (!link) GTEST_SKIP() << "needs Linux 6.12";
  EXPECT_EQ(send_from_group(), EPERM);
  EXPECT_TRUE(log.wait_for("program tc/panics_in_group panicked")) << log.text();
  EXPECT_TRUE(wait_until([] { return send_from_group() == 0; })) << "it is detached";
}

}  // namespace
}  // namespace rex::test
