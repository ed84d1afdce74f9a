// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The user-space end of a map with keys.
#pragma once

#include <cstddef>
#include <cstring>
#include <optional>
#include <rex/testing/machine.hpp>
#include <rex/testing/wire.hpp>
#include <span>
#include <utility>
#include <vector>

namespace rex::host {
class KeyedMap;
}

namespace rex::testing {

/// A map with keys without its types.
class RawMap {
 public:
  RawMap(host::KeyedMap& map, const Machine& machine) : map_(map), machine_(machine) {}

  /// Null where the key has no value.
  const std::byte* find(std::span<const std::byte> key, unsigned cpu) const;
  /// False where the map is full, or an array has no such index.
  bool set(std::span<const std::byte> key, std::span<const std::byte> value, unsigned cpu);
  bool remove(std::span<const std::byte> key);
  std::vector<std::vector<std::byte>> keys() const;
  unsigned cpu() const { return machine_.cpu(); }

 private:
  host::KeyedMap& map_;
  const Machine& machine_;
};

/// An ArrayMap, HashMap, LruHashMap or LpmTrieMap of the extension under test, or a per-CPU one:
/// then the value is that of one processor.
/// @tparam K  the key, of the same size as in the extension; std::uint32_t for arrays
/// @tparam V  the value, likewise
template <Wire K, Wire V>
class Map {
 public:
  explicit Map(RawMap map) : map_(map) {}

  /// The value of a key; where the map is per CPU, of the processor that programs run on.  Of an
  /// LpmTrieMap, of the longest prefix.
  std::optional<V> get(const K& key) const { return get(key, map_.cpu()); }
  std::optional<V> get(const K& key, unsigned cpu) const {
    const std::byte* found = map_.find(bytes_of(key), cpu);
    if (!found) return std::nullopt;
    V value{};
    std::memcpy(&value, found, sizeof value);
    return value;
  }

  /// Inserts or changes a value.  False where the map is full, or an array has no such index.
  bool set(const K& key, const V& value) { return set(key, value, map_.cpu()); }
  bool set(const K& key, const V& value, unsigned cpu) {
    return map_.set(bytes_of(key), bytes_of(value), cpu);
  }

  /// False where there is no such key.
  bool remove(const K& key) { return map_.remove(bytes_of(key)); }

  /// Of a hash, in the order of their bytes.
  std::vector<K> keys() const {
    std::vector<K> keys;
    for (const auto& key : map_.keys()) std::memcpy(&keys.emplace_back(), key.data(), sizeof(K));
    return keys;
  }
  std::vector<std::pair<K, V>> entries() const {
    std::vector<std::pair<K, V>> entries;
    for (const K& key : keys())
      if (const auto value = get(key)) entries.emplace_back(key, *value);
    return entries;
  }
  std::size_t size() const { return map_.keys().size(); }

 private:
  RawMap map_;
};

}  // namespace rex::testing
