// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <deque>

#include "../map.hpp"

namespace rex::host {

/// BPF_MAP_TYPE_QUEUE, BPF_MAP_TYPE_STACK.  The results are the kernel's: 0, -ENOENT, -E2BIG.
class QueueMap : public Map {
 public:
  using Map::Map;

  int push(std::span<const std::byte> value);
  /// The same; where the map is full, the oldest element goes.
  int push_over(std::span<const std::byte> value);
  /// An empty queue gives zeroes, as the kernel's does.
  int pop(std::span<std::byte> value);
  int peek(std::span<std::byte> value) const;
  std::size_t size() const { return values_.size(); }

 private:
  bool is_stack() const;

  std::deque<Value> values_;
};

}  // namespace rex::host
