// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Values by key.
#pragma once

#include <rex/cell.hpp>
#include <rex/detail/abi.hpp>
#include <rex/detail/keyed_map.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/option.hpp>
#include <rex/spin_locked.hpp>
#include <rex/types.hpp>

namespace rex {

/// Allocation of a HashMap's elements: a value of its Flags.
inline constexpr u32 preallocated = 0;    ///< all when the map is made: never Error::no_memory
inline constexpr u32 allocated_late = 1;  ///< each when it is added (BPF_F_NO_PREALLOC)

/// A BPF_MAP_TYPE_HASH.
///
/// All calls: any context; safe against concurrent callers on other CPUs.  Looking up takes no
/// lock; changing takes locks, and answers Error::busy where what this program interrupted holds
/// them. Minimum kernel: 6.1.
/// @tparam K         key, wire data: compared byte by byte
/// @tparam V         value, wire data
/// @tparam Capacity  entries
/// @tparam Flags     preallocated or allocated_late
template <detail::Wire K, detail::Wire V, u32 Capacity, u32 Flags = preallocated>
  requires(Capacity > 0 && Flags <= allocated_late)
class [[clang::annotate("rex::map", "hash")]] HashMap {
 public:
  using key_type = K;
  using value_type = V;
  using Iterator =
      detail::EntryIterator<K, V, Capacity, detail::rex_hash_lookup, detail::rex_hash_next>;

  constexpr HashMap() = default;
  HashMap(const HashMap&) = delete;
  HashMap& operator=(const HashMap&) = delete;

  static constexpr u32 capacity() { return Capacity; }

  /// A copy of the value of a key; nothing where the key is not in the map.  A value of
  /// more than 8 bytes that is changed meanwhile may be half old and half new.
  Option<V> get(const K& key) { return detail::value_at<V>(detail::rex_hash_lookup(&map_, &key)); }

  /// Whether a key is in the map.
  bool contains(const K& key) { return detail::rex_hash_lookup(&map_, &key) != nullptr; }

  /// The integer value of a key in place; nothing where the key is not in the map.
  Option<Cell<V>> cell(const K& key)
    requires detail::Atomic<V>
  {
    return detail::MapMemory::cell<V>(detail::rex_hash_lookup(&map_, &key));
  }

  /// Adds a key, or changes its value.  Error::full, Error::busy, Error::no_memory.
  Status set(const K& key, const V& value) { return change(key, value, detail::update_any); }

  /// Adds a key.  Error::exists, Error::full, Error::busy, Error::no_memory.
  Status insert(const K& key, const V& value) { return change(key, value, detail::update_new); }

  /// Changes the value of a key.  Error::not_found, Error::busy, Error::no_memory.
  Status update(const K& key, const V& value) {
    return change(key, value, detail::update_existing);
  }

  /// Removes a key.  Error::not_found, Error::busy.
  Status remove(const K& key) { return detail::key_status(detail::rex_hash_remove(&map_, &key)); }

  /// Visits copies of the entries, in no order: `for (const auto& entry : map)` with `entry.key`
  /// and `entry.value`.  The body may remove the entry it has.  An entry that comes or goes
  /// meanwhile may be seen or not, and others may be seen twice where entries are removed.
  Iterator begin() [[clang::lifetimebound]] { return Iterator{map_}; }
  Iterator::End end() { return {}; }

 private:
  Status change(const K& key, const V& value, u64 flags) {
    return detail::key_status(detail::rex_hash_update(&map_, &key, &value, flags));
  }

  detail::rex_map map_{detail::map_type_hash, sizeof(K), sizeof(V), Capacity, Flags, -1, 0, 0};
};

/// The same with a lock in each value: BPF_MAP_TYPE_HASH of
/// `struct { struct bpf_spin_lock lock; V value; }`, preallocated.
template <detail::Wire K, detail::Wire V, u32 Order, u32 Capacity>
  requires(Capacity > 0)
class [[clang::annotate("rex::map", "hash"), clang::annotate("rex::locked")]]
HashMap<K, SpinLocked<V, Order>, Capacity, preallocated> {
 public:
  using key_type = K;
  using value_type = SpinLocked<V, Order>;

  constexpr HashMap() = default;
  HashMap(const HashMap&) = delete;
  HashMap& operator=(const HashMap&) = delete;

  static constexpr u32 capacity() { return Capacity; }

  /// Waits for the lock of a key's value.  Error::not_found where the key is not in the map;
  /// otherwise as SpinLocked::lock().  A key that is removed meanwhile takes its value along: what
  /// is stored then is lost, or goes to the key that has the value next.
  [[gnu::always_inline]] Expected<LockGuard<V>> lock(const K& key) {
    void* found = detail::rex_hash_lookup(&map_, &key);
    if (found == nullptr) return Error::not_found;
    return detail::LockedMemory::lock_at<value_type>(found);
  }

  /// Whether a key is in the map.
  bool contains(const K& key) { return detail::rex_hash_lookup(&map_, &key) != nullptr; }

  /// Adds a key.  Error::exists, Error::full, Error::busy.
  Status insert(const K& key, const V& value) {
    const detail::LockedMemory::Image<value_type> image{value};
    return detail::key_status(
        detail::rex_hash_update(&map_, &key, image.bytes, detail::update_new));
  }

  /// Removes a key.  Error::not_found, Error::busy.
  Status remove(const K& key) { return detail::key_status(detail::rex_hash_remove(&map_, &key)); }

 private:
  detail::rex_map map_{
      detail::map_type_hash, sizeof(K), sizeof(value_type), Capacity, detail::map_locked, -1, 0, 0};
};

}  // namespace rex
