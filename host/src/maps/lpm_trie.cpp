// SPDX-License-Identifier: GPL-2.0-only
#include "lpm_trie.hpp"

#include <linux/bpf.h>

#include <algorithm>
#include <cerrno>

#include "../contract.hpp"
#include "../invocation.hpp"

namespace rex::host {

namespace {

using Bytes = KeyedMap::Bytes;

std::uint32_t length_of(Bytes key) {
  std::uint32_t length = 0;
  std::memcpy(&length, key.data(), sizeof length);
  return length;
}

/// Whether the data of two keys is alike in its first bits.
bool alike(Bytes a, Bytes b, std::uint32_t bits) {
  const Bytes left = a.subspan(4), right = b.subspan(4);
  const std::size_t whole = bits / 8;
  if (!std::ranges::equal(left.first(whole), right.first(whole))) return false;
  const unsigned rest = bits % 8;
  if (rest == 0) return true;
  return std::to_integer<unsigned>(left[whole] ^ right[whole]) >> (8 - rest) == 0;
}

}  // namespace

std::byte* LpmTrieMap::find(Bytes key, unsigned) {
  if (length_of(key) > longest()) return nullptr;
  Entry* best = nullptr;
  for (Entry& entry : entries_) {
    const std::uint32_t length = length_of(entry.key);
    if (length <= length_of(key) && alike(entry.key, key, length) &&
        (!best || length > length_of(best->key)))
      best = &entry;
  }
  return best ? best->value.bytes().data() : nullptr;
}

std::vector<LpmTrieMap::Entry>::iterator LpmTrieMap::exactly(Bytes key) {
  return std::ranges::find_if(entries_, [&](const Entry& entry) {
    return length_of(entry.key) == length_of(key) && alike(entry.key, key, length_of(key));
  });
}

int LpmTrieMap::update(Bytes key, Bytes value, std::uint64_t flags, unsigned) {
  if (flags > BPF_EXIST || length_of(key) > longest()) return -EINVAL;
  const auto found = exactly(key);
  if (const int refused = check_flags(flags, found != entries_.end())) return refused;
  if (found != entries_.end()) {
    // The new node's data takes the place of the old one's, beyond the prefix too.
    found->key.assign(key.begin(), key.end());
    retire(std::exchange(found->value, Value(value)));
    return 0;
  }
  if (entries_.size() >= definition().max_entries) return -ENOSPC;
  entries_.push_back({{key.begin(), key.end()}, Value(value)});
  return 0;
}

int LpmTrieMap::remove(Bytes key) {
  if (length_of(key) > longest()) return -EINVAL;
  const auto found = exactly(key);
  if (found == entries_.end()) return -ENOENT;
  retire(std::move(found->value));
  entries_.erase(found);
  return 0;
}

// In the order of their coming; the kernel's is that of its tree.
int LpmTrieMap::next(std::optional<Bytes> key, std::span<std::byte> next) const {
  auto entry = entries_.begin();
  if (key) {
    const auto found = std::ranges::find_if(
        entries_, [&](const Entry& known) { return std::ranges::equal(known.key, *key); });
    if (found != entries_.end()) entry = std::next(found);
  }
  if (entry == entries_.end()) return -ENOENT;
  std::ranges::copy(entry->key, next.begin());
  return 0;
}

}  // namespace rex::host

using rex::host::input;
using rex::host::LpmTrieMap;
using rex::host::map_argument;

void* rex_lpm_trie_lookup(rex_map* map, const void* key) {
  auto& trie = map_argument<LpmTrieMap>(map, "rex_lpm_trie_lookup");
  return trie.find(input(key, trie.definition().key_size), 0);
}

int rex_lpm_trie_update(rex_map* map, const void* key, const void* value, __u64 flags) {
  auto& trie = map_argument<LpmTrieMap>(map, "rex_lpm_trie_update");
  if (trie.locked()) return -EBUSY;
  return trie.update(input(key, trie.definition().key_size),
                     input(value, trie.definition().value_size), flags, 0);
}

int rex_lpm_trie_remove(rex_map* map, const void* key) {
  auto& trie = map_argument<LpmTrieMap>(map, "rex_lpm_trie_remove");
  return trie.locked() ? -EBUSY : trie.remove(input(key, trie.definition().key_size));
}
