// SPDX-License-Identifier: GPL-2.0-only
#include "queue.hpp"

#include <linux/bpf.h>

#include <algorithm>
#include <cerrno>

#include "../contract.hpp"
#include "../invocation.hpp"

namespace rex::host {

bool QueueMap::is_stack() const { return definition().type == BPF_MAP_TYPE_STACK; }

int QueueMap::push(std::span<const std::byte> value) {
  if (values_.size() >= definition().max_entries) return -E2BIG;
  values_.emplace_back(value);
  return 0;
}

int QueueMap::push_over(std::span<const std::byte> value) {
  if (values_.size() >= definition().max_entries) values_.pop_front();
  return push(value);
}

int QueueMap::peek(std::span<std::byte> value) const {
  if (values_.empty()) {
    std::ranges::fill(value, std::byte{0});
    return -ENOENT;
  }
  const Value& next = is_stack() ? values_.back() : values_.front();
  std::ranges::copy(next.bytes(), value.begin());
  return 0;
}

int QueueMap::pop(std::span<std::byte> value) {
  const int result = peek(value);
  if (result != 0) return result;
  if (is_stack())
    values_.pop_back();
  else
    values_.pop_front();
  return result;
}

}  // namespace rex::host

using rex::host::input;
using rex::host::map_argument;
using rex::host::output;
using rex::host::QueueMap;

int rex_queue_pop(rex_map* map, void* value) {
  auto& queue = map_argument<QueueMap>(map, "rex_queue_pop");
  return queue.locked() ? -EBUSY : queue.pop(output(value, queue.definition().value_size));
}

int rex_queue_peek(rex_map* map, void* value) {
  auto& queue = map_argument<QueueMap>(map, "rex_queue_peek");
  return queue.locked() ? -EBUSY : queue.peek(output(value, queue.definition().value_size));
}

int rex_queue_push(rex_map* map, const void* value) {
  auto& queue = map_argument<QueueMap>(map, "rex_queue_push");
  return queue.locked() ? -EBUSY : queue.push(input(value, queue.definition().value_size));
}

int rex_queue_push_over(rex_map* map, const void* value) {
  auto& queue = map_argument<QueueMap>(map, "rex_queue_push_over");
  return queue.locked() ? -EBUSY : queue.push_over(input(value, queue.definition().value_size));
}
