// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <cstdint>
#include <map>
#include <rex/testing/machine.hpp>
#include <vector>

#include "../map.hpp"

namespace rex::host {

/// BPF_MAP_TYPE_PERF_EVENT_ARRAY: at each index nothing, a buffer that somebody reads, or a
/// counter, of the processor with that number.
class PerfEventArrayMap : public Map {
 public:
  using Map::Map;

  /// From now on what programs put out on a processor is kept.
  void open_buffer(unsigned cpu) { buffers_.try_emplace(cpu); }
  void set_counter(unsigned index, const rex_perf_counter& counter) { counters_[index] = counter; }

  int put_out(std::span<const std::byte> record, unsigned cpu);
  int read(std::uint32_t index, unsigned cpu, rex_perf_counter& counter) const;
  /// Takes the records of all processors, those of the first one first.
  std::vector<std::vector<std::byte>> consume();

 private:
  std::uint32_t entries() const;

  std::map<unsigned, std::vector<std::vector<std::byte>>> buffers_;
  std::map<unsigned, rex_perf_counter> counters_;
};

}  // namespace rex::host
