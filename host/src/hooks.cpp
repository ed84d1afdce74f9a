// SPDX-License-Identifier: GPL-2.0-only
#include "hooks.hpp"

#include <rex/host/image.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "invocation.hpp"
#include "packets.hpp"

namespace rex::host {

namespace {

/// As many as a trampoline passes, and a result.
constexpr std::size_t kMostArguments = 13;

std::invalid_argument takes_no(const Program& program, const char* what) {
  return std::invalid_argument(std::string("program ") + program.image->name + " has the hook " +
                               program.image->hook + ": it takes no " + what);
}

}  // namespace

Context context_of(const Program& program) {
  static constexpr std::pair<std::string_view, Context> kContexts[] = {
      {"once", Context::kNone},
      {"timer", Context::kNone},
      {"kprobe", Context::kRegisters},
      {"kretprobe", Context::kRegisters},
      {"kprobe_override", Context::kRegisters},
      {"uprobe", Context::kRegisters},
      {"uretprobe", Context::kRegisters},
      {"raw_tracepoint", Context::kArguments},
      {"fentry", Context::kArguments},
      {"fexit", Context::kArguments},
      {"lsm", Context::kArguments},
      {"xdp", Context::kPacket},
      {"tc", Context::kPacket},
      {"netfilter", Context::kPacket},
      {"cgroup_skb", Context::kPacket},
      {"tracepoint", Context::kRecord},
      {"perf_event", Context::kSample},
  };
  for (const auto& [hook, context] : kContexts)
    if (program.image->hook == hook) return context;
  throw std::invalid_argument(std::string("the host has no hook ") + program.image->hook +
                              " yet: see host/src/hooks.cpp");
}

testing::Outcome fire_registers(World& world, Program& program,
                                const testing::Registers& registers) {
  if (context_of(program) != Context::kRegisters) throw takes_no(program, "registers");
  testing::Registers context = registers;
  return run_tracing(world, program, &context);
}

testing::Outcome fire_arguments(World& world, Program& program,
                                std::span<const std::uint64_t> arguments) {
  if (context_of(program) != Context::kArguments) throw takes_no(program, "arguments");
  if (arguments.size() > kMostArguments)
    throw std::invalid_argument("a hook has 12 arguments at most, and a result");
  std::array<std::uint64_t, kMostArguments> context{};
  std::ranges::copy(arguments, context.begin());
  // A policy is not skipped, wherever it is asked.
  return program.image->hook == std::string_view("lsm")
             ? run(world, program, context.data())
             : run_tracing(world, program, context.data());
}

testing::Outcome fire_sample(World& world, Program& program, const testing::PerfSample& sample) {
  if (context_of(program) != Context::kSample) throw takes_no(program, "sample");
  struct {
    const testing::Registers* registers;
    std::uint64_t period;
    std::uint64_t user_mode;
  } context{&sample.registers, sample.period, sample.user_mode};
  return run_tracing(world, program, &context);
}

// Values first, as in the kernel's records; then the texts, to which their fields refer.
testing::Outcome fire_trace(World& world, Program& program, const testing::TraceRecord& record) {
  if (context_of(program) != Context::kRecord) throw takes_no(program, "record");
  const std::span declared(program.image->fields, program.image->field_count);
  for (const auto& [name, bytes] : record.fields())
    if (!std::ranges::any_of(declared, [&](const auto& field) {
          return field.name == name && (field.is_text || field.size == bytes.size());
        }))
      throw std::invalid_argument(std::string("program ") + program.image->name +
                                  " declares no field " + name + " of " +
                                  std::to_string(bytes.size()) + " bytes");
  std::vector<std::byte> bytes;
  std::vector<rex_trace_field> places;
  for (const auto& field : declared) {
    const auto size = static_cast<std::uint16_t>(field.is_text ? 4 : field.size);
    const std::uint16_t kind = field.is_text ? REX_TRACE_FIELD_DYNAMIC : REX_TRACE_FIELD_PLAIN;
    places.push_back({static_cast<std::uint16_t>(bytes.size()), size, kind, 0});
    bytes.resize(bytes.size() + (std::size_t{size} + 7) / 8 * 8);
  }
  for (std::size_t i = 0; i < declared.size(); ++i) {
    const auto given = record.fields().find(std::string_view(declared[i].name));
    if (given == record.fields().end()) continue;
    if (!declared[i].is_text) {
      std::ranges::copy(given->second, bytes.begin() + places[i].offset);
      continue;
    }
    const auto where = static_cast<std::uint32_t>((given->second.size() + 1) << 16 | bytes.size());
    std::memcpy(bytes.data() + places[i].offset, &where, sizeof where);
    bytes.insert(bytes.end(), given->second.begin(), given->second.end());
    bytes.push_back(std::byte{0});
  }
  rex_trace_context context{.record = reinterpret_cast<std::uint64_t>(bytes.data()),
                            .size = bytes.size(),
                            .fields = reinterpret_cast<std::uint64_t>(places.data())};
  return run_tracing(world, program, &context);
}

testing::Outcome fire(World& world, Program& program) {
  switch (context_of(program)) {
    case Context::kRegisters: return fire_registers(world, program, {});
    case Context::kArguments: return fire_arguments(world, program, {});
    case Context::kRecord: return fire_trace(world, program, {});
    case Context::kSample: return fire_sample(world, program, {});
    case Context::kPacket: {
      testing::Packet packet;
      return fire_packet(world, program, packet);
    }
    case Context::kNone: break;
  }
  std::uint64_t context = 1;  // of a timer: the periods that have passed
  return run(world, program, &context);
}

}  // namespace rex::host
