// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Algorithms over the ranges of the SDK: Array and Span.
///
/// They walk by index, and every index is checked or bounded here: a predicate or an order that
/// contradicts itself gives a wrong answer, never a wrong access.
#pragma once

#include <rex/convert.hpp>
#include <rex/detail/range.hpp>
#include <rex/move.hpp>
#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex {

/// The smaller and the larger of two values; copies, so that nothing dangles.
template <class T>
constexpr T min(T a, T b) {
  return b < a ? b : a;
}
template <class T>
constexpr T max(T a, T b) {
  return a < b ? b : a;
}
/// The value, or the bound it is beyond.
template <class T>
constexpr T clamp(T value, T low, T high) {
  return value < low ? low : high < value ? high : value;
}

/// Calls a function with each element.
template <detail::Range R, class Function>
constexpr void for_each(R&& range, Function&& function) {
  for (usize i = 0; i < range.size(); ++i) function(range[i]);
}

/// Position of the first element that is equal to a value, or nothing.
template <detail::Range R, class T>
constexpr Option<usize> find(const R& range, const T& value) {
  for (usize i = 0; i < range.size(); ++i)
    if (range[i] == value) return i;
  return {};
}

/// Position of the first element for which a predicate holds, or nothing.
template <detail::Range R, class Predicate>
constexpr Option<usize> find_if(const R& range, Predicate&& predicate) {
  for (usize i = 0; i < range.size(); ++i)
    if (predicate(range[i])) return i;
  return {};
}

template <detail::Range R, class Predicate>
constexpr bool any_of(const R& range, Predicate&& predicate) {
  return static_cast<bool>(find_if(range, predicate));
}
template <detail::Range R, class Predicate>
constexpr bool all_of(const R& range, Predicate&& predicate) {
  for (usize i = 0; i < range.size(); ++i)
    if (!predicate(range[i])) return false;
  return true;
}
template <detail::Range R, class Predicate>
constexpr usize count_if(const R& range, Predicate&& predicate) {
  usize count = 0;
  for (usize i = 0; i < range.size(); ++i)
    if (predicate(range[i])) ++count;
  return count;
}

/// Combines a start value with each element: fold(values, 0, [](int sum, int x) { … }).
template <detail::Range R, class T, class Function>
constexpr T fold(const R& range, T value, Function&& function) {
  for (usize i = 0; i < range.size(); ++i) value = function(value, range[i]);
  return value;
}

/// The sum, with a start value that gives the type: an integer.  fold() adds anything else.
template <detail::Range R, detail::Integer T>
constexpr T sum(const R& range, T start) {
  for (usize i = 0; i < range.size(); ++i) start = static_cast<T>(start + range[i]);
  return start;
}

template <detail::Range R>
constexpr void reverse(R&& range) {
  const usize size = range.size();
  for (usize i = 0; i < size / 2; ++i) rex::swap(range[i], range[size - 1 - i]);
}

namespace detail {

struct Less {
  template <class T>
  constexpr bool operator()(const T& a, const T& b) const {
    return a < b;
  }
};

/// Moves an element of a heap down to its place among the first `size`.
template <class R, class Order>
constexpr void sift_down(R& range, usize parent, usize size, Order& before) {
  while (2 * parent + 1 < size) {
    usize child = 2 * parent + 1;
    if (child + 1 < size && before(range[child], range[child + 1])) ++child;
    if (!before(range[parent], range[child])) return;
    rex::swap(range[parent], range[child]);
    parent = child;
  }
}

}  // namespace detail

/// Sorts in place, n log n in the worst case, without recursion.  Equal elements may change places.
template <detail::Range R, class Order = detail::Less>
constexpr void sort(R&& range, Order&& before = {}) {
  const usize size = range.size();
  for (usize i = size / 2; i-- > 0;) detail::sift_down(range, i, size, before);
  for (usize last = size; last-- > 1;) {
    rex::swap(range[0], range[last]);
    detail::sift_down(range, 0, last, before);
  }
}

/// Position of the first element of a sorted range that is not before a value; its size where
/// there is none.
template <detail::Range R, class T, class Order = detail::Less>
constexpr usize lower_bound(const R& range, const T& value, Order&& before = {}) {
  usize low = 0;
  usize high = range.size();
  while (low < high) {
    const usize middle = low + (high - low) / 2;
    if (before(range[middle], value))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

}  // namespace rex
