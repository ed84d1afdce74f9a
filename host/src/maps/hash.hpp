// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <list>
#include <map>

#include "keyed.hpp"

namespace rex::host {

/// BPF_MAP_TYPE_HASH, BPF_MAP_TYPE_PERCPU_HASH, BPF_MAP_TYPE_LRU_HASH.
class HashMap : public KeyedMap {
 public:
  using KeyedMap::KeyedMap;

  std::byte* find(Bytes key, unsigned cpu) override;
  int update(Bytes key, Bytes value, std::uint64_t flags, unsigned cpu) override;
  int remove(Bytes key) override;
  int next(std::optional<Bytes> key, std::span<std::byte> next) const override;
  std::size_t size() const override { return entries_.size(); }
  bool is_per_cpu() const override;

  /// What a program's lookup does beyond find(): an LRU hash keeps longest what was used last.
  void use(Bytes key);

 private:
  using Key = std::vector<std::byte>;
  struct Entry {
    std::vector<Value> values;  // one, or one for each processor
    std::list<Key>::iterator used;
  };
  using Entries = std::map<Key, Entry>;

  bool is_lru() const;
  bool is_full() const { return entries_.size() >= definition().max_entries; }
  void erase(Entries::iterator entry);

  Entries entries_;
  std::list<Key> by_use_;  // the oldest first
};

}  // namespace rex::host
