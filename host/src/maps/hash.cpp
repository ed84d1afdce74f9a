// SPDX-License-Identifier: GPL-2.0-only
#include "hash.hpp"

#include <linux/bpf.h>

#include <algorithm>
#include <cerrno>

#include "../contract.hpp"
#include "../invocation.hpp"

namespace rex::host {

int check_flags(std::uint64_t flags, bool exists) {
  if (flags > BPF_EXIST) return -EINVAL;
  if (exists && flags == BPF_NOEXIST) return -EEXIST;
  if (!exists && flags == BPF_EXIST) return -ENOENT;
  return 0;
}

bool HashMap::is_per_cpu() const { return definition().type == BPF_MAP_TYPE_PERCPU_HASH; }
bool HashMap::is_lru() const { return definition().type == BPF_MAP_TYPE_LRU_HASH; }

std::byte* HashMap::find(Bytes key, unsigned cpu) {
  const auto found = entries_.find(Key(key.begin(), key.end()));
  if (found == entries_.end()) return nullptr;
  return found->second.values[is_per_cpu() ? cpu : 0].bytes().data();
}

void HashMap::use(Bytes key) {
  const auto found = entries_.find(Key(key.begin(), key.end()));
  if (found != entries_.end()) by_use_.splice(by_use_.end(), by_use_, found->second.used);
}

void HashMap::erase(Entries::iterator entry) {
  by_use_.erase(entry->second.used);
  for (Value& value : entry->second.values) retire(std::move(value));
  entries_.erase(entry);
}

// The order is that of htab_map_update_elem() and its relatives.
int HashMap::update(Bytes key, Bytes value, std::uint64_t flags, unsigned cpu) {
  if (flags > BPF_EXIST) return -EINVAL;
  Key wanted(key.begin(), key.end());
  // An LRU hash makes room before it looks for the key.
  if (is_lru() && is_full()) {
    const auto oldest = entries_.find(by_use_.front());
    if (oldest->first != wanted || entries_.size() > 1) erase(oldest);
  }
  const auto found = entries_.find(wanted);
  if (const int refused = check_flags(flags, found != entries_.end())) return refused;
  if (found != entries_.end()) {
    auto& values = found->second.values;
    if (is_per_cpu()) {
      std::ranges::copy(value, values[cpu].bytes().begin());
      return 0;
    }
    // A new element takes the old one's place: a program may still look at that.
    retire(std::exchange(values[0], Value(value)));
    use(key);
    return 0;
  }
  if (is_full()) return -E2BIG;
  Entry entry{{}, by_use_.insert(by_use_.end(), wanted)};
  const std::vector<std::byte> zeroes(definition().value_size);
  for (unsigned i = 0; i < (is_per_cpu() ? kCpus : 1); ++i)
    entry.values.emplace_back(!is_per_cpu() || i == cpu ? value : Bytes(zeroes));
  entries_.emplace(std::move(wanted), std::move(entry));
  return 0;
}

int HashMap::remove(Bytes key) {
  const auto found = entries_.find(Key(key.begin(), key.end()));
  if (found == entries_.end()) return -ENOENT;
  erase(found);
  return 0;
}

int HashMap::next(std::optional<Bytes> key, std::span<std::byte> next) const {
  auto entry = entries_.begin();
  if (key)
    if (const auto found = entries_.find(Key(key->begin(), key->end())); found != entries_.end())
      entry = std::next(found);
  if (entry == entries_.end()) return -ENOENT;
  std::ranges::copy(entry->first, next.begin());
  return 0;
}

namespace {

void* lookup(rex_map* address, const void* key, const char* function) {
  auto& map = map_argument<HashMap>(address, function);
  const auto bytes = input(key, map.definition().key_size);
  map.use(bytes);
  return map.find(bytes, rex_cpu_number);
}

int change(rex_map* address, const void* key, const void* value, std::uint64_t flags,
           const char* function) {
  auto& map = map_argument<HashMap>(address, function);
  if (map.locked()) return -EBUSY;
  return map.update(input(key, map.definition().key_size),
                    input(value, map.definition().value_size), flags, rex_cpu_number);
}

int remove(rex_map* address, const void* key, const char* function) {
  auto& map = map_argument<HashMap>(address, function);
  return map.locked() ? -EBUSY : map.remove(input(key, map.definition().key_size));
}

int next(rex_map* address, const void* key, void* result, const char* function) {
  auto& map = map_argument<HashMap>(address, function);
  const std::size_t size = map.definition().key_size;
  return map.next(key ? std::optional(input(key, size)) : std::nullopt, output(result, size));
}

}  // namespace

}  // namespace rex::host

#define REX_HASH_FUNCTIONS(kind)                                                           \
  void* rex_##kind##_lookup(rex_map* map, const void* key) {                               \
    return rex::host::lookup(map, key, "rex_" #kind "_lookup");                            \
  }                                                                                        \
  int rex_##kind##_update(rex_map* map, const void* key, const void* value, __u64 flags) { \
    return rex::host::change(map, key, value, flags, "rex_" #kind "_update");              \
  }                                                                                        \
  int rex_##kind##_remove(rex_map* map, const void* key) {                                 \
    return rex::host::remove(map, key, "rex_" #kind "_remove");                            \
  }                                                                                        \
  int rex_##kind##_next(rex_map* map, const void* key, void* next) {                       \
    return rex::host::next(map, key, next, "rex_" #kind "_next");                          \
  }

REX_HASH_FUNCTIONS(hash)
REX_HASH_FUNCTIONS(percpu_hash)
REX_HASH_FUNCTIONS(lru_hash)
