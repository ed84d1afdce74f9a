// SPDX-License-Identifier: GPL-2.0-only
#include "invocation.hpp"

#include <rex/host/image.h>

#include <algorithm>
#include <vector>

#include "contract.hpp"
#include "limits.hpp"

constinit thread_local long rex_fuel = 0;
constinit thread_local unsigned long rex_stack_limit = 0;
unsigned long rex_cpu_offset = 0;
unsigned int rex_cpu_number = 0;
unsigned int rex_numa_node = 0;

namespace rex::host {

namespace {

constinit thread_local Invocation* current = nullptr;
/// The kernel's bpf_prog_active.
constinit thread_local int tracing_programs = 0;

/// What programs that run may still look at.
thread_local std::vector<Value> retired;

void account(Invocation& invocation, std::uint64_t now) {
  invocation.used += std::min(now - invocation.accounted, kMaxGap);
  invocation.accounted = now;
}

/// What a program's thread has of the processor that it plays.
void set_processor(World& world) {
  const testing::Machine& machine = world.machine();
  rex_cpu_number = machine.cpu();
  rex_numa_node = machine.numa_node();
  rex_cpu_offset = machine.cpu() * kCpuArea;
}

/// Returns false if the program panicked.  A function of its own: what longjmp() leaves
/// undefined, changed local variables, there is none of here.
[[gnu::noinline]] bool enter(Invocation& invocation, void* context, std::int64_t& value) {
  if (_setjmp(invocation.landing) != 0) return false;
  value = invocation.program->image->entry(context);
  return true;
}

/// What the hook takes of a result: of an enumeration's 32 bits, the upper half of the register has
/// no meaning.
std::int64_t result_of(const Program& program, std::int64_t value) {
  const std::string_view hook = program.image->hook;
  for (const char* narrow : {"xdp", "tc", "netfilter", "cgroup_skb", "lsm"})
    if (hook == narrow) return static_cast<std::int32_t>(value);
  return value;
}

testing::Panic describe(const Invocation& invocation) {
  const rex_site& site = *invocation.site;
  const auto text = [](const char* string) { return string ? std::string(string) : std::string(); };
  return {.kind = static_cast<rex_panic_kind>(site.kind),
          .file = text(site.file),
          .line = site.line,
          .column = site.column,
          .message = text(site.message),
          .first = invocation.first,
          .second = invocation.second,
          .bits = static_cast<std::int32_t>(site.bits),
          .extension = invocation.world->name(),
          .program = invocation.program->image->name};
}

}  // namespace

void retire(Value value) {
  if (current) retired.push_back(std::move(value));
}

Invocation* current_invocation() { return current; }

Invocation& calling_invocation(const char* function) {
  if (!current) fatal(std::string(function) + " was called while no program runs");
  return *current;
}

// The order is that of rex_run() in runtime/invocation.c.
testing::Outcome run(World& world, Program& program, void* context) {
  using Kind = testing::Outcome::Kind;
  if (program.disabled) {
    ++program.missed;
    return {Kind::kSkipped, program.panic_value, nullptr};
  }
  ++program.runs;

  Invocation invocation{};
  invocation.outer = current;
  invocation.world = &world;
  invocation.program = &program;
  invocation.outer_fuel = rex_fuel;
  invocation.accounted = world.clock().read();
  if (invocation.outer) account(*invocation.outer, invocation.outer->world->clock().read());
  current = &invocation;
  set_processor(world);
  rex_fuel = kFuel;
  // What this program interrupted has the rest of the stack in sight already.
  invocation.outer_stack_limit = rex_stack_limit;
  if (!invocation.outer)
    rex_stack_limit = reinterpret_cast<unsigned long>(__builtin_frame_address(0)) - kStack;

  std::int64_t value = program.panic_value;
  const bool returned = enter(invocation, context, value);

  // Handles give back what they hold when they go, and a panic did.
  if (const auto held = invocation.ledger.held())
    fatal(std::string("program ") + program.image->name + " ended and holds " +
          std::to_string(held) + " resources; please report it with the source");
  rex_stack_limit = invocation.outer_stack_limit;
  rex_fuel = invocation.outer_fuel;
  current = invocation.outer;
  // The outer program does not pay for what interrupted it.
  if (current) {
    set_processor(*current->world);
    current->accounted = current->world->clock().read();
  } else {
    retired.clear();
  }
  if (returned) return {Kind::kReturned, result_of(program, value), nullptr};
  return {Kind::kPanicked, program.panic_value, world.note(describe(invocation))};
}

testing::Outcome run_tracing(World& world, Program& program, void* context) {
  if (tracing_programs != 0) {
    ++program.missed;
    return {testing::Outcome::Kind::kSkipped, program.panic_value, nullptr};
  }
  ++tracing_programs;
  auto outcome = run(world, program, context);
  --tracing_programs;
  return outcome;
}

void leave(const rex_site* site, std::uint64_t first, std::uint64_t second) {
  Invocation& invocation = *current;
  invocation.program->disabled = true;
  ++invocation.program->panics;
  invocation.site = site;
  invocation.first = first;
  invocation.second = second;
  invocation.ledger.release_all();
  // SAFETY: enter() of this invocation is on the stack, and no frame between has anything to
  // destroy: extensions are compiled without unwinding, and rex_panic(), rex_poll() and this one
  // hold no object.  The sanitizers intercept the call and forget the frames that it skips.
  _longjmp(invocation.landing, 1);
}

}  // namespace rex::host

void rex_poll(const rex_site* site) {
  rex::host::Invocation& invocation = rex::host::calling_invocation("rex_poll");
  rex::host::account(invocation, invocation.world->clock().read());
  rex_fuel = rex::host::kFuel;
  if (invocation.used > invocation.program->budget)
    rex::host::leave(site, invocation.used, invocation.program->budget);
}
