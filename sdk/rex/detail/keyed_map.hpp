// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// What the maps with keys share.
#pragma once

#include <rex/cell.hpp>
#include <rex/detail/abi.hpp>
#include <rex/detail/map_value.hpp>
#include <rex/error.hpp>
#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex::detail {

// Flags of an update, of <linux/bpf.h>.
inline constexpr u64 update_any = 0;
inline constexpr u64 update_new = 1;
inline constexpr u64 update_existing = 2;

// BPF_F_NO_PREALLOC.
inline constexpr u32 no_preallocation = 1;

/// Zeroed to a multiple of 8 bytes: the kernel copies so many of a per-CPU map's value.
template <class T>
struct Padded {
  explicit Padded(const T& from) { __builtin_memcpy(bytes, &from, sizeof from); }

  alignas(8) u8 bytes[(sizeof(T) + 7) / 8 * 8]{};
};

/// Reads what a lookup of the runtime found.
template <class T>
[[gnu::always_inline]] inline Option<T> value_at(const void* found) {
  if (found == nullptr) return {};
  return copy_out<T>(found);
}

/// The same for a value that is aligned to 4 bytes only.
template <class T>
[[gnu::always_inline]] inline Option<T> unaligned_value_at(const void* found) {
  if (found == nullptr) return {};
  T value;
  // SAFETY: a live value of a map, of sizeof(T) bytes; the empty asm as in copy_out().
  __builtin_memcpy(&value, found, sizeof value);
  asm volatile("" : : : "memory");
  return value;
}

inline Status key_status(i32 code) {
  constexpr i32 no_entry = -2;  // ENOENT
  return code == no_entry ? Error::not_found : error_of(code);
}

/// Visits the entries of a map.  Each step is a lookup; the number of steps is limited by the
/// map's size, because the kernel begins again where the key it stands at was removed.
/// @tparam Lookup, Next  the runtime's functions for the map's type
template <class Key, class Value, u32 Capacity, auto Lookup, auto Next>
class EntryIterator {
 public:
  struct Entry {
    Key key;
    Value value;
  };
  struct End {};

  explicit EntryIterator(rex_map& map) : map_{&map}, found_{Next(map_, nullptr, &next_) == 0} {
    step();
  }

  const Entry& operator*() const [[clang::lifetimebound]] { return entry_; }
  EntryIterator& operator++() [[clang::lifetimebound]] {
    step();
    return *this;
  }
  bool operator==(End) const { return done_; }

 private:
  /// Looks one key ahead, so that the body may remove the entry it has.
  void step() {
    while (found_ && steps_ < Capacity) {
      ++steps_;
      entry_.key = next_;
      found_ = Next(map_, &entry_.key, &next_) == 0;
      if (const auto value = value_at<Value>(Lookup(map_, &entry_.key))) {
        entry_.value = *value;
        return;
      }
    }
    done_ = true;
  }

  // SAFETY: a global of the extension.
  rex_map* map_;
  Key next_{};
  bool found_;
  bool done_ = false;
  u32 steps_ = 0;
  Entry entry_{};
};

}  // namespace rex::detail
