// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Values by key; the least recently used make room.
#pragma once

#include <rex/cell.hpp>
#include <rex/detail/abi.hpp>
#include <rex/detail/keyed_map.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex {

/// A BPF_MAP_TYPE_LRU_HASH: adding a key to a full map drops one that was not used lately.  Free
/// elements are kept in batches for each CPU, so a small map may drop some before it is full.
///
/// All calls: any context; safe against concurrent callers on other CPUs.  Looking up takes no
/// lock; changing takes locks, and answers Error::busy where what this program interrupted holds
/// them. Minimum kernel: 6.1.
/// @tparam K         key, wire data: compared byte by byte
/// @tparam V         value, wire data
/// @tparam Capacity  entries
template <detail::Wire K, detail::Wire V, u32 Capacity>
  requires(Capacity > 0)
class [[clang::annotate("rex::map", "lru_hash")]] LruHashMap {
 public:
  using key_type = K;
  using value_type = V;
  using Iterator =
      detail::EntryIterator<K, V, Capacity, detail::rex_lru_hash_lookup, detail::rex_lru_hash_next>;

  constexpr LruHashMap() = default;
  LruHashMap(const LruHashMap&) = delete;
  LruHashMap& operator=(const LruHashMap&) = delete;

  static constexpr u32 capacity() { return Capacity; }

  /// A copy of the value of a key; nothing where the key is not in the map.
  Option<V> get(const K& key) {
    return detail::value_at<V>(detail::rex_lru_hash_lookup(&map_, &key));
  }

  /// Whether a key is in the map.
  bool contains(const K& key) { return detail::rex_lru_hash_lookup(&map_, &key) != nullptr; }

  /// The integer value of a key in place; nothing where the key is not in the map.
  Option<Cell<V>> cell(const K& key)
    requires detail::Atomic<V>
  {
    return detail::MapMemory::cell<V>(detail::rex_lru_hash_lookup(&map_, &key));
  }

  /// Adds a key, or changes its value.  Error::busy, Error::no_memory.
  Status set(const K& key, const V& value) { return change(key, value, detail::update_any); }

  /// Adds a key.  Error::exists, Error::busy, Error::no_memory.
  Status insert(const K& key, const V& value) { return change(key, value, detail::update_new); }

  /// Changes the value of a key.  Error::not_found, Error::busy, Error::no_memory.
  Status update(const K& key, const V& value) {
    return change(key, value, detail::update_existing);
  }

  /// Removes a key.  Error::not_found, Error::busy.
  Status remove(const K& key) {
    return detail::key_status(detail::rex_lru_hash_remove(&map_, &key));
  }

  /// Visits copies of the entries, in no order: `for (const auto& entry : map)` with `entry.key`
  /// and `entry.value`.  The body may remove the entry it has.  An entry that comes or goes
  /// meanwhile may be seen or not, and others may be seen twice where entries are removed.
  Iterator begin() [[clang::lifetimebound]] { return Iterator{map_}; }
  Iterator::End end() { return {}; }

 private:
  Status change(const K& key, const V& value, u64 flags) {
    return detail::key_status(detail::rex_lru_hash_update(&map_, &key, &value, flags));
  }

  detail::rex_map map_{detail::map_type_lru_hash, sizeof(K), sizeof(V), Capacity, 0, -1, 0, 0};
};

}  // namespace rex
