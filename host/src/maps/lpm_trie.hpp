// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include "keyed.hpp"

namespace rex::host {

/// BPF_MAP_TYPE_LPM_TRIE.  A key is struct bpf_lpm_trie_key: the length of the prefix in bits, then
/// the data.
class LpmTrieMap : public KeyedMap {
 public:
  using KeyedMap::KeyedMap;

  /// Of the longest prefix of the key.
  std::byte* find(Bytes key, unsigned cpu) override;
  int update(Bytes key, Bytes value, std::uint64_t flags, unsigned cpu) override;
  int remove(Bytes key) override;
  int next(std::optional<Bytes> key, std::span<std::byte> next) const override;
  std::size_t size() const override { return entries_.size(); }

 private:
  struct Entry {
    std::vector<std::byte> key;
    Value value;
  };

  std::uint32_t longest() const { return (definition().key_size - 4) * 8; }
  std::vector<Entry>::iterator exactly(Bytes key);

  std::vector<Entry> entries_;
};

}  // namespace rex::host
