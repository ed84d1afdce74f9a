// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Values by prefix.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/keyed_map.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex {

/// A BPF_MAP_TYPE_LPM_TRIE: values by prefix; a lookup finds the longest prefix of a key that is in
/// the map, such as the most specific route of an address.  Data is compared bit by bit from the
/// first byte: big-endian, as addresses travel.
///
///     rex::LpmTrieMap<Address, rex::u32, 1024> routes;
///     routes.set({24, {10, 0, 0, 0}}, 7);
///     routes.get({32, {10, 0, 0, 9}});  // 7
///
/// get(): any context, no lock.  Changing: Error::busy where interrupts are off, because it
/// allocates memory, and where what this program interrupted holds the trie's lock.
/// Minimum kernel: 6.1.
/// @tparam Data      what prefixes are prefixes of, wire data of at most 256 bytes, aligned to 4
/// @tparam V         value, wire data
/// @tparam Capacity  entries
template <detail::Wire Data, detail::Wire V, u32 Capacity>
  requires(Capacity > 0 && sizeof(Data) <= 256 && alignof(Data) <= 4)
class [[clang::annotate("rex::map", "lpm_trie")]] LpmTrieMap {
 public:
  /// The first `length` bits of `data`; a length beyond its size is Error::invalid.
  struct Prefix {
    u32 length;
    Data data;
  };
  using key_type = Prefix;
  using value_type = V;

  constexpr LpmTrieMap() = default;
  LpmTrieMap(const LpmTrieMap&) = delete;
  LpmTrieMap& operator=(const LpmTrieMap&) = delete;

  static constexpr u32 capacity() { return Capacity; }

  /// A copy of the value of the longest prefix of a key; nothing where there is none.
  Option<V> get(const Prefix& key) {
    return detail::unaligned_value_at<V>(detail::rex_lpm_trie_lookup(&map_, &key));
  }

  /// Whether there is a prefix of a key.
  bool contains(const Prefix& key) { return detail::rex_lpm_trie_lookup(&map_, &key) != nullptr; }

  /// Adds a key, or changes its value.  Error::full, Error::busy, Error::no_memory.
  Status set(const Prefix& key, const V& value) { return change(key, value, detail::update_any); }

  /// Adds a key.  Error::exists, Error::full, Error::busy, Error::no_memory.
  Status insert(const Prefix& key, const V& value) {
    return change(key, value, detail::update_new);
  }

  /// Changes the value of a key.  Error::not_found, Error::busy, Error::no_memory.
  Status update(const Prefix& key, const V& value) {
    return change(key, value, detail::update_existing);
  }

  /// Removes a key.  Error::not_found, Error::busy.
  Status remove(const Prefix& key) {
    return detail::key_status(detail::rex_lpm_trie_remove(&map_, &key));
  }

 private:
  Status change(const Prefix& key, const V& value, u64 flags) {
    return detail::key_status(detail::rex_lpm_trie_update(&map_, &key, &value, flags));
  }

  detail::rex_map map_{detail::map_type_lpm_trie,
                       sizeof(Prefix),
                       sizeof(V),
                       Capacity,
                       detail::no_preallocation,
                       -1,
                       0,
                       0};
};

}  // namespace rex
