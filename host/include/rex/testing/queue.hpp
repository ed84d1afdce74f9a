// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The user-space end of a queue map.
#pragma once

#include <cstddef>
#include <optional>
#include <rex/testing/wire.hpp>
#include <span>
#include <utility>
#include <vector>

namespace rex::host {
class Map;
class QueueMap;
}  // namespace rex::host

namespace rex::testing {

/// While it exists a map's lock is held, as by what a program has interrupted: the map's
/// operations are Error::busy.
class HeldLock {
 public:
  explicit HeldLock(host::Map& map);
  HeldLock(HeldLock&& other) noexcept : map_(std::exchange(other.map_, nullptr)) {}
  HeldLock& operator=(HeldLock&&) = delete;
  ~HeldLock();

 private:
  host::Map* map_;
};

/// A queue map without its element's type.
class RawQueue {
 public:
  explicit RawQueue(host::QueueMap& map) : map_(map) {}

  /// False where the queue is full.
  bool push(std::span<const std::byte> value);
  /// False where it is empty.
  bool pop(std::span<std::byte> value);
  std::size_t size() const;
  [[nodiscard]] HeldLock hold_lock();

 private:
  host::QueueMap& map_;
};

/// A queue map of the extension under test.
/// @tparam T  the element, of the same size as in the extension
template <Wire T>
class Queue {
 public:
  explicit Queue(RawQueue queue) : queue_(queue) {}

  /// Appends an element.  False where the queue is full (the kernel's E2BIG).
  bool push(const T& value) { return queue_.push(bytes_of(value)); }

  /// Takes the oldest element; nothing where the queue is empty.
  std::optional<T> pop() {
    T value{};
    if (!queue_.pop(bytes_of(value))) return std::nullopt;
    return value;
  }

  /// Takes all elements, the oldest first.
  std::vector<T> drain() {
    std::vector<T> values;
    while (auto value = pop()) values.push_back(*value);
    return values;
  }

  std::size_t size() const { return queue_.size(); }

  /// Holds the map's lock for as long as the result lives.
  [[nodiscard]] HeldLock hold_lock() { return queue_.hold_lock(); }

 private:
  RawQueue queue_;
};

}  // namespace rex::testing
