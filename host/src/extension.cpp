// SPDX-License-Identifier: GPL-2.0-only
#include <rex/testing/extension.hpp>

#include <gtest/gtest.h>
#include <rex/host/image.h>

#include <stdexcept>

#include "hooks.hpp"
#include "limits.hpp"
#include "maps/keyed.hpp"
#include "maps/perf_event_array.hpp"
#include "maps/queue.hpp"
#include "maps/ringbuf.hpp"
#include "maps/stack_trace.hpp"
#include "packets.hpp"
#include "registry.hpp"
#include "world.hpp"

namespace rex::testing {

namespace {

/// A map as the kind that a test takes it for.
template <class Kind>
Kind& map_as(host::World& world, std::string_view name, const char* kind) {
  auto* map = dynamic_cast<Kind*>(&world.map(name));
  if (!map)
    throw std::invalid_argument("map " + std::string(name) + " of extension " + world.name() +
                                " is no " + kind);
  return *map;
}

std::invalid_argument wrong_size(std::string_view map, const char* what, std::size_t theirs,
                                 std::size_t ours) {
  return std::invalid_argument(std::string(what) + " of map " + std::string(map) + " has " +
                               std::to_string(theirs) + " bytes, the test's type has " +
                               std::to_string(ours));
}

}  // namespace

Extension::Extension() : world_(std::make_unique<host::World>(host::only_extension())) {}

Extension::Extension(std::string_view name)
    : world_(std::make_unique<host::World>(host::extension(name))) {}

Extension::~Extension() {
  for (const std::string& panic : world_->unseen_panics())
    ADD_FAILURE() << panic << "\nA panic that is meant to happen is looked at: Outcome::panic().";
}

std::string Extension::name() const { return world_->name(); }

std::vector<std::string> Extension::programs() const {
  std::vector<std::string> names;
  for (const auto& program : world_->programs()) names.emplace_back(program.image->name);
  return names;
}

Outcome Extension::fire(std::string_view program) {
  return host::fire(*world_, world_->program(program));
}

Outcome Extension::fire(std::string_view program, const Registers& registers) {
  return host::fire_registers(*world_, world_->program(program), registers);
}

Outcome Extension::fire(std::string_view program, std::initializer_list<std::uint64_t> arguments) {
  return host::fire_arguments(*world_, world_->program(program), arguments);
}

Outcome Extension::fire(std::string_view program, const PerfSample& sample) {
  return host::fire_sample(*world_, world_->program(program), sample);
}

Outcome Extension::fire(std::string_view program, const TraceRecord& record) {
  return host::fire_trace(*world_, world_->program(program), record);
}

Outcome Extension::fire(std::string_view program, Packet& packet) {
  return host::fire_packet(*world_, world_->program(program), packet);
}

Kernel& Extension::kernel() { return world_->kernel(); }
Tasks& Extension::tasks() { return world_->tasks(); }
Clock& Extension::clock() { return world_->clock(); }
Machine& Extension::machine() { return world_->machine(); }
Memory& Extension::kernel_memory() { return world_->kernel_memory(); }
Memory& Extension::user_memory() { return world_->user_memory(); }

void Extension::set_budget(std::string_view program, std::chrono::nanoseconds budget) {
  if (budget.count() <= 0 || static_cast<std::uint64_t>(budget.count()) > host::kMaxBudget)
    throw std::invalid_argument("a budget is more than nothing, and 10 s at most");
  world_->program(program).budget = static_cast<std::uint64_t>(budget.count());
}

void Extension::set_panic_value(std::string_view program, std::int64_t value) {
  world_->program(program).panic_value = value;
}

ProgramStats Extension::stats(std::string_view program) const {
  const host::Program& known = world_->program(program);
  return {known.runs, known.missed, known.panics, known.disabled};
}

RawQueue Extension::raw_queue(std::string_view map, std::size_t value_size) {
  auto& queue = map_as<host::QueueMap>(*world_, map, "queue");
  if (queue.definition().value_size != value_size)
    throw wrong_size(map, "an element", queue.definition().value_size, value_size);
  return RawQueue(queue);
}

RawMap Extension::raw_map(std::string_view map, std::size_t key_size, std::size_t value_size) {
  auto& keyed = map_as<host::KeyedMap>(*world_, map, "map with keys");
  if (keyed.definition().key_size != key_size)
    throw wrong_size(map, "a key", keyed.definition().key_size, key_size);
  if (keyed.definition().value_size != value_size)
    throw wrong_size(map, "a value", keyed.definition().value_size, value_size);
  return RawMap(keyed, world_->machine());
}

std::vector<std::uint64_t> Extension::stack(std::string_view map, std::uint32_t id) {
  const auto* stack = map_as<host::StackTraceMap>(*world_, map, "stack trace map").find(id);
  if (!stack)
    throw std::out_of_range("map " + std::string(map) + " has no stack " + std::to_string(id));
  return *stack;
}

void Extension::open_perf_buffer(std::string_view map, unsigned cpu) {
  map_as<host::PerfEventArrayMap>(*world_, map, "perf event array").open_buffer(cpu);
}

void Extension::set_perf_counter(std::string_view map, unsigned index,
                                 const rex_perf_counter& counter) {
  map_as<host::PerfEventArrayMap>(*world_, map, "perf event array").set_counter(index, counter);
}

std::span<std::byte> Extension::raw_global(std::string_view name, std::size_t size) {
  const auto bytes = world_->global(name);
  if (bytes.size() != size)
    throw std::invalid_argument("global " + std::string(name) + " of extension " + world_->name() +
                                " has " + std::to_string(bytes.size()) +
                                " bytes, the test's type has " + std::to_string(size));
  return bytes;
}

std::vector<std::vector<std::byte>> Extension::raw_records(std::string_view map) {
  if (auto* events = dynamic_cast<host::PerfEventArrayMap*>(&world_->map(map)))
    return events->consume();
  return map_as<host::RingbufMap>(*world_, map, "ring buffer").consume();
}

std::vector<std::vector<std::byte>> Extension::raw_records(std::string_view map, std::size_t size) {
  auto records = raw_records(map);
  for (const auto& record : records)
    if (record.size() != size) throw wrong_size(map, "a record", record.size(), size);
  return records;
}

HeldLock Extension::hold_lock(std::string_view map) { return HeldLock(world_->map(map)); }

const std::vector<std::string>& Extension::log() const { return world_->log(); }

}  // namespace rex::testing
