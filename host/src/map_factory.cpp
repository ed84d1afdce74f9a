// SPDX-License-Identifier: GPL-2.0-only
// The map types that the host has.
#include <linux/bpf.h>

#include <bit>
#include <stdexcept>

#include "map.hpp"
#include "maps/array.hpp"
#include "maps/hash.hpp"
#include "maps/lpm_trie.hpp"
#include "maps/perf_event_array.hpp"
#include "maps/queue.hpp"
#include "maps/ringbuf.hpp"
#include "maps/stack_trace.hpp"

namespace rex::host {

std::unique_ptr<Map> make_map(std::string name, rex_map& definition) {
  switch (definition.type) {
    case BPF_MAP_TYPE_ARRAY:
    case BPF_MAP_TYPE_PERCPU_ARRAY: return std::make_unique<ArrayMap>(std::move(name), definition);
    case BPF_MAP_TYPE_HASH:
    case BPF_MAP_TYPE_PERCPU_HASH:
    case BPF_MAP_TYPE_LRU_HASH: return std::make_unique<HashMap>(std::move(name), definition);
    case BPF_MAP_TYPE_LPM_TRIE: return std::make_unique<LpmTrieMap>(std::move(name), definition);
    case BPF_MAP_TYPE_STACK_TRACE:
      return std::make_unique<StackTraceMap>(std::move(name), definition);
    case BPF_MAP_TYPE_PERF_EVENT_ARRAY:
      return std::make_unique<PerfEventArrayMap>(std::move(name), definition);
    case BPF_MAP_TYPE_QUEUE:
    case BPF_MAP_TYPE_STACK: return std::make_unique<QueueMap>(std::move(name), definition);
    case BPF_MAP_TYPE_RINGBUF:
      if (!std::has_single_bit(definition.max_entries) || definition.max_entries % 4096 != 0)
        throw std::invalid_argument("the ring buffer " + name +
                                    " has a size that the kernel refuses: a power of two, in "
                                    "whole pages, is needed");
      return std::make_unique<RingbufMap>(std::move(name), definition);
    default:
      throw std::invalid_argument("the map " + name + " is of type " +
                                  std::to_string(definition.type) +
                                  ", which the host does not have yet: see host/src/maps/");
  }
}

}  // namespace rex::host
