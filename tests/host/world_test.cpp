// SPDX-License-Identifier: GPL-2.0-only
// What a test sets is what programs see.
#include <rex/testing.hpp>

#include <arpa/inet.h>

#include <fstream>

namespace {

using namespace std::chrono_literals;
using rex::testing::Extension;
using rex::testing::Packet;
using rex::testing::PacketBuilder;
using rex::testing::Registers;
using testing::ElementsAre;
using testing::Pair;

// Codes of rex::Error, enum xdp_action.
constexpr int kFull = 2, kNotFound = 4, kFault = 7, kDrop = 1, kPass = 2;

TEST(World, ClocksAreTheTests) {
  Extension world;
  auto& clock = world.clock();
  clock.stop(8ms + 1ns);
  clock.set_suspended(1s);
  clock.set_real_start(10s);
  clock.set_tai_offset(2s);
  EXPECT_EQ(world.fire("monotonic"), 8'000'001);
  EXPECT_EQ(world.fire("boot"), 1'008'000'001);
  EXPECT_EQ(world.fire("real"), 10'008'000'001);
  EXPECT_EQ(world.fire("tai"), 12'008'000'001);
  EXPECT_EQ(world.fire("coarse"), 8'000'000);
  EXPECT_EQ(world.fire("jiffies"), 2);
  clock.advance(4ms);
  EXPECT_EQ(world.fire("jiffies"), 3);
}

TEST(World, ProgramsRunOnAProcessor) {
  Extension world;
  EXPECT_EQ(world.fire("processor"), 0);
  world.machine().run_on(3, 1);
  EXPECT_EQ(world.fire("processor"), 103);
  EXPECT_THROW(world.machine().run_on(4), std::invalid_argument);
}

TEST(World, ChanceIsTheSameInEachRun) {
  Extension first, second;
  first.machine().next_random(7);
  EXPECT_EQ(first.fire("chance"), 7);
  EXPECT_EQ(first.fire("chance").value(), second.fire("chance").value());
  second.machine().seed(5);
  EXPECT_NE(first.fire("chance").value(), second.fire("chance").value());
}

TEST(World, MemoryIsWhatTheTestPutThere) {
  Extension world;
  constexpr std::uint64_t kAddress = 0xffff'8880'0000'1ffc;
  EXPECT_EQ(world.fire("read_kernel", Registers::call(kAddress)), -kFault);
  world.kernel_memory().put(kAddress, std::uint64_t{42});  // on two pages
  EXPECT_EQ(world.fire("read_kernel", Registers::call(kAddress)), 42);
  const std::uint64_t own = 43;
  EXPECT_EQ(world.fire("read_kernel", Registers::call(reinterpret_cast<std::uint64_t>(&own))), 43);
  EXPECT_EQ(world.fire("read_user_text", Registers::call(kAddress)), -kFault);
  world.user_memory().put_text(0x1000, "longer than that");
  EXPECT_EQ(world.fire("read_user_text", Registers::call(0x1000)), 8);
  world.user_memory().put_text(0x1ffd, "abc");  // its NUL is on the next page
  EXPECT_EQ(world.fire("read_user_text", Registers::call(0x1ffd)), 3);
}

TEST(World, ProgramsRunInATask) {
  Extension world;
  EXPECT_EQ(world.fire("current"), 0);
  world.tasks().add({.pid = 7, .comm = "seven"});
  world.tasks().add({.pid = 8, .real_parent = &world.tasks().at(7)});
  world.tasks().set_current(8);
  EXPECT_EQ(world.fire("current"), 8000 + 700 + 8);
  EXPECT_EQ(world.fire("cgroup"), 1);
  world.tasks().set_cgroup_id(8, 99);
  EXPECT_EQ(world.fire("cgroup"), 99);
  EXPECT_EQ(world.fire("system_call"), -kNotFound);
  world.tasks().set_registers(8, {.orig_ax = 257});
  EXPECT_EQ(world.fire("system_call"), 257);
  world.tasks().remove(8);
  EXPECT_EQ(world.fire("current"), 0);
}

TEST(World, EachProcessorHasItsValues) {
  Extension world;
  auto slots = world.map<std::uint32_t, std::uint32_t>("cpu_slots");
  auto totals = world.map<std::uint32_t, std::uint64_t>("cpu_totals");
  EXPECT_EQ(world.fire("count"), 0);
  world.machine().run_on(2);
  EXPECT_EQ(world.fire("count"), 3);
  EXPECT_EQ(world.fire("count"), 6);
  EXPECT_EQ(slots.get(1, 0), 1u);
  EXPECT_EQ(slots.get(1), 2u);
  EXPECT_EQ(slots.get(1, 3), 0u);
  EXPECT_EQ(totals.get(7, 0), 1u);
  EXPECT_EQ(totals.get(7, 2), 2u);
  EXPECT_EQ(totals.get(7, 1), 0u);
  EXPECT_EQ(world.global<std::uint64_t>("seen"), 9u);
}

TEST(World, ParametersAreTheTests) {
  Extension world;
  world.set_global("limit", std::uint32_t{40});
  world.fire("count");
  EXPECT_EQ(world.global<std::uint64_t>("seen"), 40u);
  EXPECT_THROW(world.global<std::uint8_t>("seen"), std::invalid_argument);
  EXPECT_THROW(world.global<std::uint8_t>("sseen"), std::invalid_argument);
}

TEST(World, ARemovedValueIsThereUntilTheProgramEnds) {
  Extension world;
  EXPECT_EQ(world.fire("after_removal"), 5);
}

TEST(World, MapsHaveTheirTypesAndCapacities) {
  Extension world;
  auto totals = world.map<std::uint32_t, std::uint64_t>("totals");
  EXPECT_EQ(world.fire("fill"), kFull);
  EXPECT_THAT(totals.entries(), ElementsAre(Pair(0u, 0u), Pair(1u, 1u)));
  EXPECT_FALSE(totals.set(5, 5));
  EXPECT_TRUE(totals.remove(0));
  EXPECT_FALSE(totals.remove(0));
  EXPECT_TRUE(totals.set(5, 5));
  EXPECT_EQ(totals.get(5), 5u);
  EXPECT_EQ(totals.size(), 2u);
  auto recent = world.map<std::uint32_t, std::uint32_t>("recent");
  EXPECT_THAT(recent.keys(), ElementsAre(0u, 2u));
  auto slots = world.map<std::uint32_t, std::uint32_t>("slots");
  EXPECT_FALSE(slots.set(4, 1));
  EXPECT_TRUE(slots.set(3, 1));
  EXPECT_EQ(slots.size(), 4u);
  EXPECT_THROW((world.map<std::uint32_t, std::uint8_t>("slots")), std::invalid_argument);
  EXPECT_THROW((world.map<std::uint32_t, std::uint8_t>("texts")), std::invalid_argument);
}

TEST(World, RoutesAreTheLongestPrefixes) {
  struct Prefix {
    std::uint32_t length;
    std::uint32_t address;
  };
  Extension world;
  auto routes = world.map<Prefix, std::uint32_t>("routes");
  EXPECT_TRUE(routes.set({8, htonl(0x0a000000)}, 8));
  EXPECT_TRUE(routes.set({24, htonl(0x0a000100)}, 24));
  EXPECT_TRUE(routes.set({24, htonl(0x0a000200)}, 25));
  EXPECT_FALSE(routes.set({33, 0}, 1));
  EXPECT_EQ(world.fire("route"), 24);
  EXPECT_TRUE(routes.remove({24, htonl(0x0a000100)}));
  EXPECT_EQ(world.fire("route"), 8);
}

TEST(World, AStackIsLastInFirstOut) {
  Extension world;
  auto stack = world.queue<int>("stack");
  EXPECT_TRUE(stack.push(1));
  EXPECT_TRUE(stack.push(2));
  EXPECT_FALSE(stack.push(3));
  EXPECT_EQ(world.fire("last"), 2);
  EXPECT_EQ(world.fire("last"), 1);
  EXPECT_EQ(world.fire("last"), -1);
}

TEST(World, StacksAreStored) {
  Extension world;
  EXPECT_EQ(world.fire("store_stack"), -kFault);
  world.machine().kernel_stack = {1, 2, 3};
  const auto outcome = world.fire("store_stack");
  ASSERT_GE(outcome.value(), 0);
  EXPECT_THAT(world.stack("stacks", static_cast<std::uint32_t>(outcome.value())),
              ElementsAre(1, 2, 3));
  EXPECT_EQ(world.fire("store_stack").value(), outcome.value());
  EXPECT_THROW(world.stack("stacks", 1000), std::out_of_range);
}

TEST(World, PerfEventsAreOfAProcessor) {
  Extension world;
  EXPECT_EQ(world.fire("put_out"), kNotFound);
  world.open_perf_buffer("events", 1);
  EXPECT_EQ(world.fire("put_out"), kNotFound);
  EXPECT_EQ(world.fire("read_counter"), -kNotFound);
  world.set_perf_counter("events", 0, {.value = 12, .enabled = 1, .running = 1});
  EXPECT_EQ(world.fire("read_counter"), 12);
  world.machine().run_on(1);
  EXPECT_EQ(world.fire("put_out"), 0);
  EXPECT_THAT(world.records<std::uint32_t>("events"), ElementsAre(7u));
}

TEST(World, SamplesAndRecordsAreEvents) {
  Extension world;
  EXPECT_EQ(world.fire("sampled"), 1);
  EXPECT_EQ(
      world.fire("sampled",
                 rex::testing::PerfSample{.registers = {.ip = 5}, .period = 10, .user_mode = true}),
      1015);
  EXPECT_EQ(world.fire("traced"), 0);
  rex::testing::TraceRecord record;
  record.set("pid", 7).set_text("filename", "/bin/sh");
  record.set("times", std::array<std::uint16_t, 2>{1, 20});
  EXPECT_EQ(world.fire("traced", record), 27);
  const auto texts = world.raw_records("texts");
  ASSERT_EQ(texts.size(), 2u);
  EXPECT_EQ(std::memcmp(texts[1].data(), "/bin/sh", 8), 0);
  EXPECT_THROW(world.fire("traced", rex::testing::TraceRecord().set("pid", std::uint64_t{7})),
               std::invalid_argument);
  EXPECT_THROW(world.fire("traced", rex::testing::TraceRecord().set("ppid", 7)),
               std::invalid_argument);
}

TEST(Packets, AreBuiltFromHeaders) {
  Packet packet = PacketBuilder()
                      .ethernet("02:00:00:00:00:0a", "02:00:00:00:00:0b")
                      .ipv4("10.0.0.1", "10.0.0.2")
                      .udp(4000, 53)
                      .payload("abc")
                      .build();
  // With checksums as Python sums them up.
  const std::vector<std::uint8_t> expected{
      0x02, 0x00, 0x00, 0x00, 0x00, 0x0b, 0x02, 0x00, 0x00, 0x00, 0x00, 0x0a, 0x08, 0x00, 0x45,
      0x00, 0x00, 0x1f, 0x00, 0x00, 0x40, 0x00, 0x40, 0x11, 0x26, 0xcc, 0x0a, 0x00, 0x00, 0x01,
      0x0a, 0x00, 0x00, 0x02, 0x0f, 0xa0, 0x00, 0x35, 0x00, 0x0b, 0x17, 0x9e, 0x61, 0x62, 0x63};
  EXPECT_EQ(packet.bytes, expected);
  Extension world;
  EXPECT_EQ(world.fire("filter", packet), kDrop);
  packet.bytes.resize(40);
  EXPECT_EQ(world.fire("filter", packet), kPass);
  EXPECT_EQ(PacketBuilder().ethernet().vlan(5).ipv6("::1", "::2").tcp(1, 2).build().bytes.size(),
            14u + 4 + 40 + 20);
  EXPECT_EQ(PacketBuilder().ipv4("10.0.0.1", "10.0.0.2").build().bytes.size(), 20u);
  EXPECT_THROW(PacketBuilder().ipv4("10.0.0", "10.0.0.2"), std::invalid_argument);
  EXPECT_THROW(PacketBuilder().ethernet("02:00"), std::invalid_argument);
  EXPECT_THROW(PacketBuilder().udp(1, 2), std::invalid_argument);
}

TEST(Packets, AreReadFromAFile) {
  const auto file = std::filesystem::path(testing::TempDir()) / "rex-packets.pcap";
  const auto write = [&](std::initializer_list<std::uint32_t> words, std::string_view rest) {
    std::ofstream stream(file, std::ios::binary);
    for (const std::uint32_t word : words)
      stream.write(reinterpret_cast<const char*>(&word), sizeof word);
    stream << rest;
  };
  write({0xa1b2c3d4, 0x00040002, 0, 0, 65535, 1, 0, 0, 3, 3}, "abc");
  auto packets = rex::testing::read_pcap(file);
  ASSERT_EQ(packets.size(), 1u);
  EXPECT_THAT(packets[0].bytes, ElementsAre('a', 'b', 'c'));
  // Of a machine with the other byte order.
  write({0xd4c3b2a1, 0x02000400, 0, 0, 0xffff0000, 0x01000000, 0, 0, 0x02000000, 0x02000000}, "ab");
  EXPECT_EQ(rex::testing::read_pcap(file).at(0).bytes.size(), 2u);
  write({0xa1b2c3d4, 0x00040002, 0, 0, 65535, 1, 0, 0, 4, 4}, "abc");
  EXPECT_THROW(rex::testing::read_pcap(file), std::invalid_argument);
  write({0xa1b2c3d4, 0x00040002, 0, 0, 65535, 105, 0, 0, 0, 0}, "");
  EXPECT_THROW(rex::testing::read_pcap(file), std::invalid_argument);
  write({0x0a0d0d0a, 0, 0, 0, 0, 0}, "");
  EXPECT_THROW(rex::testing::read_pcap(file), std::invalid_argument);
  std::filesystem::remove(file);
  EXPECT_THROW(rex::testing::read_pcap(file), std::invalid_argument);
}

}  // namespace
