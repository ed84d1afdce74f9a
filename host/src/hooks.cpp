// SPDX-License-Identifier: GPL-2.0-only
#include "hooks.hpp"

#include <rex/host/image.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "invocation.hpp"
#include "packets.hpp"

namespace rex::host {

namespace {

constexpr std::string_view kOfRegisters[] = {"kprobe", "kretprobe", "kprobe_override", "uprobe",
                                             "uretprobe"};
constexpr std::string_view kOfArguments[] = {"raw_tracepoint", "fentry", "fexit", "lsm"};
constexpr std::string_view kOfPackets[] = {"xdp", "tc", "netfilter", "cgroup_skb"};

/// As many as a trampoline passes, and a result.
constexpr std::size_t kMostArguments = 13;

template <std::size_t Size>
bool is_one_of(const std::string_view (&hooks)[Size], std::string_view hook) {
  return std::ranges::find(hooks, hook) != std::end(hooks);
}

std::invalid_argument takes_no(const Program& program, const char* what) {
  return std::invalid_argument(std::string("program ") + program.image->name + " has the hook " +
                               program.image->hook + ": it takes no " + what);
}

}  // namespace

testing::Outcome fire_registers(World& world, Program& program,
                                const testing::Registers& registers) {
  if (!is_one_of(kOfRegisters, program.image->hook)) throw takes_no(program, "registers");
  testing::Registers context = registers;
  return run_tracing(world, program, &context);
}

testing::Outcome fire_arguments(World& world, Program& program,
                                std::span<const std::uint64_t> arguments) {
  const std::string_view hook = program.image->hook;
  if (!is_one_of(kOfArguments, hook)) throw takes_no(program, "arguments");
  if (arguments.size() > kMostArguments)
    throw std::invalid_argument("a hook has 12 arguments at most, and a result");
  std::array<std::uint64_t, kMostArguments> context{};
  std::ranges::copy(arguments, context.begin());
  // A policy is not skipped, wherever it is asked.
  return hook == "lsm" ? run(world, program, context.data())
                       : run_tracing(world, program, context.data());
}

testing::Outcome fire(World& world, Program& program) {
  const std::string_view hook = program.image->hook;
  if (is_one_of(kOfRegisters, hook)) return fire_registers(world, program, {});
  if (is_one_of(kOfArguments, hook)) return fire_arguments(world, program, {});
  if (is_one_of(kOfPackets, hook)) {
    testing::Packet packet;
    return fire_packet(world, program, packet);
  }
  if (hook == "once" || hook == "timer") {
    std::uint64_t context = 1;  // of a timer: the periods that have passed
    return run(world, program, &context);
  }
  throw std::invalid_argument("the host has no hook " + std::string(hook) +
                              " yet: see host/src/hooks.cpp");
}

}  // namespace rex::host
