// SPDX-License-Identifier: GPL-2.0-only
// The test's ends of maps.
#include <rex/testing/queue.hpp>

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

}  // namespace rex::testing
