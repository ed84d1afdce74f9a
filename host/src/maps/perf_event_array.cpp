// SPDX-License-Identifier: GPL-2.0-only
#include "perf_event_array.hpp"

#include <cerrno>
#include <iterator>

#include "../contract.hpp"
#include "../invocation.hpp"

namespace rex::host {

/// 0: as many as there are processors, as the loader makes it.
std::uint32_t PerfEventArrayMap::entries() const {
  return definition().max_entries != 0 ? definition().max_entries : testing::Machine::kCpus;
}

// As __bpf_perf_event_output() for the calling processor's index.
int PerfEventArrayMap::put_out(std::span<const std::byte> record, unsigned cpu) {
  if (cpu >= entries()) return -E2BIG;
  const auto buffer = buffers_.find(cpu);
  if (buffer == buffers_.end()) return counters_.contains(cpu) ? -EINVAL : -ENOENT;
  buffer->second.emplace_back(record.begin(), record.end());
  return 0;
}

// As get_map_perf_counter(): the reading is zero where there is none.
int PerfEventArrayMap::read(std::uint32_t index, unsigned cpu, rex_perf_counter& counter) const {
  counter = {};
  if (index >= entries()) return -E2BIG;
  const auto found = counters_.find(index);
  if (found == counters_.end()) return buffers_.contains(index) ? -EINVAL : -ENOENT;
  if (index != cpu) return -EINVAL;
  counter = found->second;
  return 0;
}

std::vector<std::vector<std::byte>> PerfEventArrayMap::consume() {
  std::vector<std::vector<std::byte>> records;
  for (auto& [cpu, buffer] : buffers_) {
    std::ranges::move(buffer, std::back_inserter(records));
    buffer.clear();
  }
  return records;
}

}  // namespace rex::host

using rex::host::map_argument;
using rex::host::PerfEventArrayMap;

int rex_perf_event_output(rex_map* map, const void* data, __u64 size) {
  auto& events = map_argument<PerfEventArrayMap>(map, "rex_perf_event_output");
  return events.put_out(rex::host::input(data, size), rex_cpu_number);
}

int rex_perf_event_read(rex_map* map, __u32 index, rex_perf_counter* counter) {
  const auto& events = map_argument<PerfEventArrayMap>(map, "rex_perf_event_read");
  rex::host::mark_initialised(counter, sizeof *counter);
  return events.read(index, rex_cpu_number, *counter);
}
