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
