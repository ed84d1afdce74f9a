// SPDX-License-Identifier: GPL-2.0-only
// XDP programs: real packets over a wire, and the kernel's own test runs.
#include <bpf/bpf.h>
#include <linux/bpf.h>
#include <linux/if_link.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>

#include "network.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

Link attach(Extension& extension, std::string_view program, std::string_view target = "rx0") {
  auto link = extension.attach(program, target);
  if (!link) {
    ADD_FAILURE() << link.error().summary << '\n' << link.error().details;
    std::exit(1);
  }
  return std::move(*link);
}

bool has_xdp(const std::string& interface) {
  return output_of("ip -d link show " + interface).find("prog/xdp") != std::string::npos;
}

class XdpMode : public testing::TestWithParam<const char*> {};

TEST_P(XdpMode, DropsAndPassesPackets) {
  const Wire wire;
  Extension extension = load("xdp");
  Link link = attach(extension, "drop_port_7", std::string("rx0:") + GetParam());
  for (int i = 0; i < 3; ++i) {
    wire.send(udp_packet(7));
    wire.send(udp_packet(8));
  }
  EXPECT_EQ(wire.received(), Packets(3, udp_packet(8)));
  EXPECT_EQ(drain(extension, "seen"), std::vector<std::int32_t>(3, wire.inside()));
  EXPECT_EQ(extension.stats("drop_port_7")->runs, 6u);

  link.close();
  EXPECT_FALSE(has_xdp("rx0"));
  wire.send(udp_packet(7));
  EXPECT_EQ(wire.received().size(), 1u) << "a closed link is detached";
}

TEST_P(XdpMode, SendsPacketsBack) {
  const Wire wire;
  Extension extension = load("xdp");
  // Native veth sends back only what the other end is prepared to take.
  const Link other = attach(extension, "drop_port_7", std::string("tx0:") + GetParam());
  const Link link = attach(extension, "reflect", std::string("rx0:") + GetParam());
  wire.send(udp_packet(8));
  Packet expected = udp_packet(8);
  std::swap_ranges(expected.begin(), expected.begin() + 6, expected.begin() + 6);
  EXPECT_EQ(wire.returned(), Packets{expected});
  EXPECT_TRUE(wire.received().empty());
}

TEST_P(XdpMode, RedirectsPackets) {
  const Wire wire;
  Extension extension = load("xdp");
  push(extension, "outgoing", wire.inside());
  const Link other = attach(extension, "drop_port_7", std::string("tx0:") + GetParam());
  const Link link = attach(extension, "forward", std::string("rx0:") + GetParam());
  wire.send(udp_packet(8));
  EXPECT_EQ(wire.returned(), Packets{udp_packet(8)});
}

INSTANTIATE_TEST_SUITE_P(Modes, XdpMode, testing::Values("native", "generic"),
                         [](const auto& info) { return std::string(info.param); });

TEST(Xdp, ReadsEndWhereThePacketEnds) {
  const Wire wire;
  Extension extension = load("xdp");
  const Link link = attach(extension, "count_reads");
  const TestRun run = test_run(link, udp_packet(7));
  ASSERT_EQ(run.error, 0);
  EXPECT_EQ(run.value, XDP_PASS);
  EXPECT_EQ(run.packet, udp_packet(7));
  EXPECT_EQ(drain(extension, "seen"), std::vector<std::int32_t>{1});
}

TEST(Xdp, AShortPacketIsNoUdp) {
  const Wire wire;
  Extension extension = load("xdp");
  const Link link = attach(extension, "drop_port_7");
  for (std::size_t size = 14; size < 42; ++size) {
    Packet packet = udp_packet(7);
    packet.resize(size);
    EXPECT_EQ(test_run(link, packet).value, XDP_PASS) << size;
  }
  EXPECT_EQ(test_run(link, udp_packet(7)).value, XDP_DROP);
}

struct HeaderCase {
  const char* name;
  Packet packet;
  std::vector<std::int32_t> found;
};

Packet join(std::initializer_list<Packet> parts) {
  Packet packet;
  for (const Packet& part : parts) packet.insert(packet.end(), part.begin(), part.end());
  return packet;
}

std::vector<HeaderCase> header_cases() {
  const Packet addresses = {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2};
  const Packet is_ipv4 = {0x08, 0x00};
  const Packet is_ipv6 = {0x86, 0xdd};
  const Packet is_vlan = {0x81, 0x00};
  const Packet is_qinq = {0x88, 0xa8};
  const auto ipv4 = [](std::uint8_t protocol) {
    return Packet{0x46, 0, 0, 60, 0,  1, 0, 0, 64, protocol, 0, 0,
                  10,   0, 0, 2,  10, 0, 0, 1, 1,  1,        1, 1};  // with four bytes of options
  };
  const auto ipv6 = [](std::uint8_t protocol) {
    Packet header(40, 1);
    header[0] = 0x60;
    header[6] = protocol;
    return header;
  };
  Packet tcp(20, 0);
  tcp[2] = 0x1f;
  tcp[3] = 0x90;
  tcp[12] = 0x50;
  tcp[13] = 0x02;
  const Packet udp = {0, 1, 0, 53, 0, 8, 0, 0};
  const Packet icmp = {8, 0, 0, 0, 0, 0, 0, 0};
  return {{"tcp", join({addresses, is_ipv4, ipv4(6), tcp}), {6, 8080}},
          {"icmp", join({addresses, is_ipv4, ipv4(1), icmp}), {1, 8}},
          {"udp6", join({addresses, is_ipv6, ipv6(17), udp}), {17, 53}},
          {"icmp6", join({addresses, is_ipv6, ipv6(58), icmp}), {58, 8}},
          {"vlan", join({addresses, is_vlan, {0x20, 7}, is_ipv4, ipv4(17), udp}), {7, 17, 53}},
          {"qinq",
           join({addresses, is_qinq, {0, 9}, is_vlan, {0xe0, 8}, is_ipv6, ipv6(6), tcp}),
           {9, 8, 6, 8080}}};
}

// Cut short anywhere, a packet misses a header; nothing panics.
TEST(Xdp, HeadersAreFoundInWholePackets) {
  const Wire wire;
  Extension extension = load("xdp");
  const Link link = attach(extension, "classify");
  for (const HeaderCase& known : header_cases()) {
    EXPECT_EQ(test_run(link, known.packet).value, XDP_PASS) << known.name;
    EXPECT_EQ(drain(extension, "seen"), known.found) << known.name;
    for (std::size_t size = 14; size < known.packet.size(); ++size) {
      Packet cut = known.packet;
      cut.resize(size);
      EXPECT_EQ(test_run(link, cut).value, XDP_DROP) << known.name << " of " << size;
    }
    drain(extension, "seen");
  }
  EXPECT_EQ(extension.stats("classify")->panics, 0u);
}

TEST(Xdp, MakesRoomInFront) {
  const Wire wire;
  Extension extension = load("xdp");
  const Link link = attach(extension, "tag");
  Packet expected = udp_packet(7);
  const std::uint8_t vlan[] = {0x81, 0x00, 0, 42};
  expected.insert(expected.begin() + 12, std::begin(vlan), std::end(vlan));
  const TestRun run = test_run(link, udp_packet(7));
  EXPECT_EQ(run.value, XDP_PASS);
  EXPECT_EQ(run.packet, expected);
}

TEST(Xdp, MovesTheEndAndRefusesTheImpossible) {
  const Wire wire;
  Extension extension = load("xdp");
  const Link link = attach(extension, "resize");
  Packet expected = udp_packet(7);
  expected.resize(expected.size() - 10);
  expected.resize(expected.size() + 6);
  const TestRun run = test_run(link, udp_packet(7));
  EXPECT_EQ(run.value, XDP_PASS);
  EXPECT_EQ(run.packet, expected);
}

TEST(Xdp, MendsAChecksum) {
  const Wire wire;
  Extension extension = load("xdp");
  const Link link = attach(extension, "translate");
  Packet packet = udp_packet(80);
  packet[40] = 0x12;  // not a right checksum, but a difference must stay one
  packet[41] = 0x34;
  const TestRun run = test_run(link, packet);
  EXPECT_EQ(run.value, XDP_PASS);
  EXPECT_EQ(run.packet[36] << 8 | run.packet[37], 8080);
  const int before = 0x1234 + 80;
  int after = (run.packet[40] << 8 | run.packet[41]) + 8080;
  after = (after & 0xffff) + (after >> 16);
  EXPECT_EQ(after, before);
}

TEST(Xdp, APanicPassesThePacketAndDetaches) {
  const Wire wire;
  KernelLog log;
  Extension extension = load("xdp");
  const Link link = attach(extension, "panics");
  wire.send(udp_packet(8));
  EXPECT_TRUE(wire.received().empty());
  wire.send(udp_packet(7));
  EXPECT_EQ(wire.received(), Packets{udp_packet(7)}) << "pass is the safe value";
  EXPECT_TRUE(log.wait_for("program xdp/panics panicked at xdp.cpp:")) << log.text();
  EXPECT_TRUE(wait_until([] { return !has_xdp("rx0"); })) << "it is still on its hook";
  EXPECT_EQ(extension.stats("panics")->panics, 1u);

  const auto again = extension.attach("panics", "rx0");
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().code, ErrorCode::kPanicked);
}

TEST(Xdp, AProgramDeclaresItsPanicValue) {
  const Wire wire;
  KernelLog log;
  Extension extension = load("xdp");
  const Link link = attach(extension, "panics_closed");
  wire.send(udp_packet(7));
  EXPECT_TRUE(wire.received().empty()) << "it asked for drop";
  EXPECT_TRUE(log.wait_for("program xdp/panics_closed panicked")) << log.text();
  EXPECT_TRUE(wait_until([] { return !has_xdp("rx0"); }));

  LoadOptions options;
  options.programs["panics_at_once"].panic_value = XDP_ABORTED;
  EXPECT_EQ(extension.manifest().find_program("panics_at_once")->panic_value, XDP_TX);
}

TEST(Xdp, TheKernelsToolsSeeIt) {
  const Wire wire;
  Extension extension = load("xdp");
  const Link link = attach(extension, "drop_port_7");
  EXPECT_NE(output_of("bpftool net").find("rx0("), std::string::npos);
  EXPECT_NE(output_of("bpftool link").find("xdp"), std::string::npos);
  EXPECT_NE(output_of("bpftool prog").find("name rex_drop_port_7"), std::string::npos);
}

// One XDP program an interface and mode; whoever comes second is told so.
TEST(Xdp, AnotherToolsProgramIsNotReplaced) {
  const Wire wire;
  const bpf_insn code[] = {{BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, XDP_DROP},
                           {BPF_JMP | BPF_EXIT, 0, 0, 0, 0}};
  const int program = bpf_prog_load(BPF_PROG_TYPE_XDP, "other", "GPL", code, 2, nullptr);
  ASSERT_GE(program, 0);
  bpf_link_create_opts options{};
  options.sz = sizeof options;
  options.flags = XDP_FLAGS_DRV_MODE;
  const int other = bpf_link_create(program, wire.inside(), BPF_XDP, &options);
  ASSERT_GE(other, 0);

  Extension extension = load("xdp");
  const auto link = extension.attach("drop_port_7", "rx0");
  ASSERT_FALSE(link.has_value());
  EXPECT_EQ(link.error().code, ErrorCode::kAttachRefused);
  EXPECT_NE(link.error().summary.find("has an XDP program already"), std::string::npos)
      << link.error().summary;
  wire.send(udp_packet(8));
  EXPECT_TRUE(wire.received().empty());

  close(other);
  close(program);
  attach(extension, "drop_port_7");
}

TEST(Xdp, ErrorsSayWhatIsWrong) {
  Extension extension = load("xdp");
  EXPECT_NE(
      extension.attach("reflect", "nowhere0").error().summary.find("no such network interface"),
      std::string::npos);
  EXPECT_NE(extension.attach("reflect", "lo:fast").error().summary.find("no such mode"),
            std::string::npos);
  EXPECT_EQ(extension.attach("reflect").error().code, ErrorCode::kInvalidArgument);
  EXPECT_NE(extension.attach("reflect", "lo:native").error().summary.find("no native XDP"),
            std::string::npos);
}

TEST(Xdp, AKilledLoaderLeavesNothing) {
  const Wire wire;
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    Extension extension = load("xdp");
    const Link link = attach(extension, "drop_port_7");
    if (write(ready[1], "x", 1) == 1) pause();
    _exit(1);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  EXPECT_TRUE(has_xdp("rx0"));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_FALSE(has_xdp("rx0"));
  wire.send(udp_packet(7));
  EXPECT_EQ(wire.received().size(), 1u);

  // The stub's end lets the module go; the next load sweeps it.
  EXPECT_TRUE(wait_until([] {
    const Extension next = load("xdp");
    return extension_modules() == std::vector{next.module_name()};
  }));
}

TEST(Xdp, APinnedLinkOutlivesItsLoader) {
  const Wire wire;
  constexpr const char* kPin = "/sys/fs/bpf/rex_test";
  {
    Extension extension = load("xdp");
    Link link = attach(extension, "drop_port_7");
    const auto pinned = link.pin(kPin);
    ASSERT_TRUE(pinned.has_value()) << pinned.error().summary;
    link.close();
    EXPECT_TRUE(has_xdp("rx0"));
  }
  ASSERT_EQ(extension_modules().size(), 1u) << "the pin keeps the extension";
  {
    const Extension next = load("xdp");
  }
  ASSERT_EQ(extension_modules().size(), 1u) << "the next load does not sweep it";
  wire.send(udp_packet(7));
  wire.send(udp_packet(8));
  EXPECT_EQ(wire.received(), Packets{udp_packet(8)}) << "it still runs";

  unlink(kPin);
  EXPECT_FALSE(has_xdp("rx0"));
  EXPECT_TRUE(wait_until([] {
    {
      const Extension next = load("xdp");
    }
    return extension_modules().empty();
  }));
}

}  // namespace
}  // namespace rex::test
