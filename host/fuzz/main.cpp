// SPDX-License-Identifier: GPL-2.0-only
// The entry point of libFuzzer for an extension: rex fuzz.  An input is some events, one after the
// other, for a freshly loaded extension: what is in its maps, which program, and its packet,
// registers or arguments.  Packets come from the front of an input, all else from its end, so that
// a packet is an input.
#include <fuzzer/FuzzedDataProvider.h>
#include <linux/bpf.h>
#include <rex/host/image.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <rex/testing/extension.hpp>
#include <rex/testing/packet_builder.hpp>

#include "../src/hooks.hpp"
#include "../src/maps/keyed.hpp"
#include "../src/maps/queue.hpp"
#include "../src/packets.hpp"
#include "../src/registry.hpp"
#include "../src/world.hpp"

namespace {

using namespace std::chrono_literals;
using rex::host::Program;
using rex::host::World;
using rex::testing::Extension;
using rex::testing::Outcome;

constexpr int kMostEvents = 4;
constexpr int kMostElements = 4;  // of a map, at the start
constexpr std::size_t kLargestPacket = 2048;

/// From the input's end; zeroes after that.
std::vector<std::byte> some_bytes(FuzzedDataProvider& input, std::size_t size) {
  std::vector<std::byte> bytes(size);
  for (std::byte& byte : bytes) byte = std::byte{input.ConsumeIntegral<std::uint8_t>()};
  return bytes;
}

void fill(rex::host::Map& map, FuzzedDataProvider& input) {
  auto* const keyed = dynamic_cast<rex::host::KeyedMap*>(&map);
  auto* const queue = dynamic_cast<rex::host::QueueMap*>(&map);
  if (!keyed && !queue) return;
  for (int left = input.ConsumeIntegralInRange(0, kMostElements); left > 0; --left) {
    const auto value = some_bytes(input, map.definition().value_size);
    if (queue) {
      queue->push(value);
      continue;
    }
    auto key = some_bytes(input, map.definition().key_size);
    // An array's index, mostly one that there is.
    if (map.definition().type == BPF_MAP_TYPE_ARRAY ||
        map.definition().type == BPF_MAP_TYPE_PERCPU_ARRAY)
      std::fill(key.begin() + 1, key.end(), std::byte{0});
    keyed->update(key, value, BPF_ANY, 0);
  }
}

Outcome fire_packet(World& world, Program& program, FuzzedDataProvider& input, bool is_last) {
  const std::size_t all = std::min(input.remaining_bytes(), kLargestPacket);
  const std::size_t size = is_last ? all : input.ConsumeIntegralInRange<std::size_t>(0, all);
  rex::testing::Packet packet{.bytes = input.ConsumeBytes<std::uint8_t>(size)};
  return rex::host::fire_packet(world, program, packet);
}

Outcome fire(World& world, Program& program, FuzzedDataProvider& input, bool is_last) {
  const auto number = [&] { return input.ConsumeIntegral<std::uint64_t>(); };
  switch (rex::host::context_of(program)) {
    case rex::host::Context::kPacket: return fire_packet(world, program, input, is_last);
    case rex::host::Context::kRegisters: {
      auto registers =
          rex::testing::Registers::call(number(), number(), number(), number(), number(), number());
      registers.ax = number();
      return rex::host::fire_registers(world, program, registers);
    }
    case rex::host::Context::kArguments: {
      const std::uint64_t arguments[] = {number(), number(), number(),
                                         number(), number(), number()};
      return rex::host::fire_arguments(world, program, arguments);
    }
    case rex::host::Context::kRecord: {
      rex::testing::TraceRecord record;
      for (const auto& field : std::span(program.image->fields, program.image->field_count)) {
        const auto bytes = some_bytes(input, field.size);
        record.set_text(field.name, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
      }
      return rex::host::fire_trace(world, program, record);
    }
    case rex::host::Context::kSample:
      return rex::host::fire_sample(
          world, program, {.registers = {.ip = number()}, .period = number(), .user_mode = true});
    case rex::host::Context::kNone: break;
  }
  return rex::host::fire(world, program);
}

/// Packets to start from, where an extension sees packets.
void write_seeds(const std::filesystem::path& folder) {
  using rex::testing::PacketBuilder;
  const std::string text = "GET / HTTP/1.1\r\n";
  const rex::testing::Packet packets[] = {
      PacketBuilder().ethernet().ipv4("10.0.0.1", "10.0.0.2").udp(4000, 53).payload(text).build(),
      PacketBuilder().ethernet().ipv4("10.0.0.1", "10.0.0.2").tcp(4000, 80).payload(text).build(),
      PacketBuilder().ethernet().ipv6("fd::1", "fd::2").udp(4000, 53).payload(text).build(),
      PacketBuilder().ipv4("10.0.0.1", "10.0.0.2").udp(4000, 53).payload(text).build()};
  int number = 0;
  for (const auto& packet : packets) {
    std::ofstream file(folder / ("packet-" + std::to_string(++number)), std::ios::binary);
    file.write(reinterpret_cast<const char*>(packet.bytes.data()),
               static_cast<std::streamsize>(packet.bytes.size()));
    file << std::string(16, '\0');  // one event of the first program, empty maps
  }
}

bool is_set(const char* variable) { return std::getenv(variable) != nullptr; }

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* const folder = std::getenv("REX_FUZZ_SEEDS");
  if (folder && std::filesystem::is_empty(folder)) write_seeds(folder);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool allows_panics = is_set("REX_FUZZ_ALLOW_PANICS");
  FuzzedDataProvider input(data, size);
  Extension extension(rex::host::only_extension().name);
  World& world = extension.world();
  // About what 1,024 polls take in the kernel: an endless loop ends, however slow this is.
  world.clock().pass_at_each_reading(10us);
  world.machine().seed(input.ConsumeIntegral<std::uint8_t>());
  const int events = input.ConsumeIntegralInRange(1, kMostEvents);
  for (const auto& map : world.maps()) fill(*map, input);
  for (int event = 1; event <= events; ++event) {
    auto& programs = world.programs();
    auto& program = programs[input.ConsumeIntegralInRange<std::size_t>(0, programs.size() - 1)];
    const Outcome outcome = fire(world, program, input, event == events);
    if (!outcome.panic() || allows_panics) continue;
    std::fprintf(stderr, "rex: %s\n", outcome.panic()->text().c_str());
    std::abort();
  }
  return 0;
}
