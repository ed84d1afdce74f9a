// SPDX-License-Identifier: GPL-2.0-only
// The test's ends of maps.
#include <rex/testing/map.hpp>
#include <rex/testing/queue.hpp>

#include <linux/bpf.h>

#include "maps/keyed.hpp"
#include "maps/queue.hpp"

namespace rex::testing {

HeldLock::HeldLock(host::Map& map) : map_(&map) { map.lock(); }

HeldLock::~HeldLock() {
  if (map_) map_->unlock();
}

bool RawQueue::push(std::span<const std::byte> value) { return map_.push(value) == 0; }
bool RawQueue::pop(std::span<std::byte> value) { return map_.pop(value) == 0; }
std::size_t RawQueue::size() const { return map_.size(); }
HeldLock RawQueue::hold_lock() { return HeldLock(map_); }

const std::byte* RawMap::find(std::span<const std::byte> key, unsigned cpu) const {
  return map_.find(key, cpu);
}

bool RawMap::set(std::span<const std::byte> key, std::span<const std::byte> value, unsigned cpu) {
  return map_.update(key, value, BPF_ANY, cpu) == 0;
}

bool RawMap::remove(std::span<const std::byte> key) { return map_.remove(key) == 0; }

std::vector<std::vector<std::byte>> RawMap::keys() const {
  std::vector<std::vector<std::byte>> keys;
  std::vector<std::byte> key(map_.definition().key_size);
  for (auto more = map_.next(std::nullopt, key); more == 0; more = map_.next(keys.back(), key))
    keys.push_back(key);
  return keys;
}

}  // namespace rex::testing
