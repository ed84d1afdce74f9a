// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Elements beside each other, and a way through them.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/types.hpp>

namespace rex {

template <class T>
class Span;
template <class T, usize Size>
  requires(Size > 0)
struct Array;

}  // namespace rex

namespace rex::detail {

/// Panics unless an index is below a length.
[[gnu::always_inline]] constexpr void check_index(usize index, usize size) {
  if (index >= size) rex_trap(REX_PANIC_BOUNDS, index, size, 64, nullptr);
}

/// The ranges that algorithms take.  Only the SDK adds to them: their size() and operator[] are
/// known to tell the truth.
template <class R>
inline constexpr bool is_range = false;

template <class R>
inline constexpr bool is_range<const R> = is_range<R>;

template <class R>
inline constexpr bool is_range<R&> = is_range<R>;

template <class R>
concept Range = is_range<R>;

/// A place in a range.  A class, not a pointer: it knows the range's size, and reading past its
/// end panics.  Compares by position only; comparing places of two ranges is a mistake, but a
/// harmless one.
template <class T>
class [[clang::annotate("rex::view")]] Iterator {
 public:
  constexpr Iterator(const Iterator&) = default;
  Iterator& operator=(const Iterator&) = delete ("views are bound once: make another variable");

  [[gnu::always_inline]] constexpr T& operator*() const {
    check_index(position_, size_);
    // SAFETY: the range has size_ elements at elements_, and position_ is below size_.
    return elements_[position_];
  }
  [[gnu::always_inline]] constexpr T* operator->() const { return &**this; }
  constexpr Iterator& operator++() {
    ++position_;
    return *this;
  }
  friend constexpr bool operator==(const Iterator& a, const Iterator& b) {
    return a.position_ == b.position_;
  }

 private:
  friend class Span<T>;
  template <class U, usize Size>
    requires(Size > 0)
  friend struct rex::Array;

  // SAFETY: whoever calls it knows that there are `size` elements.
  constexpr Iterator(T* elements, usize size, usize position)
      : elements_{elements}, size_{size}, position_{position} {}

  T* const elements_;
  const usize size_;
  usize position_;
};

}  // namespace rex::detail
