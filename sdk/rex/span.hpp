// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// A part of an array, lent.
#pragma once

#include <rex/detail/range.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {
struct SpanMemory;
}

/// Elements that something else holds.  A view: made where it is used, passed as a parameter,
/// never stored and never given another value.  Every access is checked.
/// @tparam T  element; `const` where they are only read
template <class T>
class [[clang::annotate("rex::view")]] Span {
 public:
  using value_type = T;

  constexpr Span(const Span&) = default;
  Span& operator=(const Span&) = delete ("views are bound once: make another variable");

  /// A view that may change elements serves where one that only reads them is wanted.
  constexpr operator Span<const T>() const
    requires(!__is_const(T))
  {
    return {elements_, 0, size_};
  }

  constexpr usize size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }

  /// Panics unless index < size().
  [[gnu::always_inline]] constexpr T& operator[](usize index) const {
    detail::check_index(index, size_);
    // SAFETY: elements_ has size_ elements.
    return elements_[index];
  }

  constexpr T& front() const { return (*this)[0]; }
  constexpr T& back() const { return (*this)[size_ - 1]; }

  /// The elements from `offset` on.  Panics where offset > size().
  constexpr Span from(usize offset) const { return part(offset, size_ - offset); }

  /// The first `count` elements.  Panics where count > size().
  constexpr Span first(usize count) const { return part(0, count); }

  /// The last `count` elements.  Panics where count > size().
  constexpr Span last(usize count) const { return part(size_ - count, count); }

  /// `count` elements from `offset` on.  Panics where there are not as many.
  constexpr Span part(usize offset, usize count) const {
    if (offset > size_ || count > size_ - offset)
      detail::rex_trap(detail::REX_PANIC_BOUNDS, offset, size_, 64, nullptr);
    return {elements_, offset, count};
  }

  constexpr detail::Iterator<T> begin() const { return {elements_, size_, 0}; }
  constexpr detail::Iterator<T> end() const { return {elements_, size_, size_}; }

 private:
  template <class U>
  friend class Span;
  template <class U, usize Size>
    requires(Size > 0)
  friend struct Array;
  friend struct detail::SpanMemory;

  // SAFETY: whoever calls it knows that `count` elements follow `offset`, for as long as the view
  // is used.
  constexpr Span(T* elements, usize offset, usize count)
      : elements_{elements + offset}, size_{count} {}

  T* const elements_;
  const usize size_;
};

namespace detail {
template <class T>
inline constexpr bool is_range<Span<T>> = true;

/// Where a view's elements are, for the SDK's own copies: size() of them, while the view is used.
struct SpanMemory {
  template <class T>
  static T* of(const Span<T>& view) {
    return view.elements_;
  }
};
}  // namespace detail

}  // namespace rex
