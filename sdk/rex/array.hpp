// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// A fixed number of elements.
#pragma once

#include <rex/detail/range.hpp>
#include <rex/span.hpp>
#include <rex/types.hpp>

namespace rex {

/// Size elements in place, each access checked.  Written as an aggregate:
///
///     rex::Array<rex::u32, 4> primes{2, 3, 5, 7};
///     rex::Array counts{1, 2, 3};   // Array<int, 3>
///     rex::Array<rex::u8, 64> bytes{};  // zeros
///
/// Wire data where T is.
template <class T, usize Size>
  requires(Size > 0)
struct [[clang::annotate("rex::wire")]] Array {
  using value_type = T;

  static constexpr usize size() { return Size; }

  /// Panics unless index < size().
  [[gnu::always_inline]] constexpr T& operator[](usize index) [[clang::lifetimebound]] {
    detail::check_index(index, Size);
    return elements_[index];
  }
  [[gnu::always_inline]] constexpr const T& operator[](usize index) const [[clang::lifetimebound]] {
    detail::check_index(index, Size);
    return elements_[index];
  }

  constexpr T& front() [[clang::lifetimebound]] { return elements_[0]; }
  constexpr const T& front() const [[clang::lifetimebound]] { return elements_[0]; }
  constexpr T& back() [[clang::lifetimebound]] { return elements_[Size - 1]; }
  constexpr const T& back() const [[clang::lifetimebound]] { return elements_[Size - 1]; }

  /// All elements, lent.
  constexpr Span<T> span() [[clang::lifetimebound]] { return {elements_, 0, Size}; }
  constexpr Span<const T> span() const [[clang::lifetimebound]] { return {elements_, 0, Size}; }
  constexpr operator Span<T>() [[clang::lifetimebound]] { return span(); }
  constexpr operator Span<const T>() const [[clang::lifetimebound]] { return span(); }

  constexpr void fill(const T& value) {
    // A copy: the value may be an element.
    const T kept = value;
    for (T& element : elements_) element = kept;
  }

  constexpr detail::Iterator<T> begin() [[clang::lifetimebound]] { return {elements_, Size, 0}; }
  constexpr detail::Iterator<T> end() [[clang::lifetimebound]] { return {elements_, Size, Size}; }
  constexpr detail::Iterator<const T> begin() const [[clang::lifetimebound]] {
    return {elements_, Size, 0};
  }
  constexpr detail::Iterator<const T> end() const [[clang::lifetimebound]] {
    return {elements_, Size, Size};
  }

  friend constexpr bool operator==(const Array& a, const Array& b) {
    for (usize i = 0; i < Size; ++i)
      if (!(a.elements_[i] == b.elements_[i])) return false;
    return true;
  }

  // Public so that the class is an aggregate; the checker rejects uses of C arrays.
  T elements_[Size];
};

template <class First, class... Rest>
Array(First, Rest...) -> Array<First, 1 + sizeof...(Rest)>;

namespace detail {
template <class T, usize Size>
inline constexpr bool is_range<Array<T, Size>> = true;
}  // namespace detail

}  // namespace rex
