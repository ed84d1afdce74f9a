// SPDX-License-Identifier: GPL-2.0-only
// A cache of its own, in place.
// expect: value 3
#include <rex/rex.hpp>

template <rex::usize Size>
class Cache {
 public:
  rex::Option<rex::u32> find(rex::u32 key) {
    for (auto& entry : entries_)
      if (entry.used != 0 && entry.key == key) {
        entry.used = ++clock_;
        return entry.value;
      }
    return {};
  }

  void insert(rex::u32 key, rex::u32 value) {
    rex::usize oldest = 0;
    for (rex::usize i = 1; i < Size; ++i)
      if (entries_[i].used < entries_[oldest].used) oldest = i;
    entries_[oldest] = Entry{key, value, ++clock_};
  }

 private:
  struct Entry {
    rex::u32 key = 0;
    rex::u32 value = 0;
    rex::u64 used = 0;
  };

  rex::Array<Entry, Size> entries_{};
  rex::u64 clock_ = 0;
};

rex::Result lru(const rex::Once&) {
  Cache<2> cache{};
  cache.insert(1, 10);
  cache.insert(2, 20);
  rex::u32 hits = 0;
  if (cache.find(1)) ++hits;
  cache.insert(3, 30);
  if (cache.find(2)) hits += 100;
  if (cache.find(1)) ++hits;
  if (cache.find(3).value_or(0) == 30) ++hits;
  return hits;
}
