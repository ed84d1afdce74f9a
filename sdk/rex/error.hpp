// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Errors that a program is expected to meet, and values that may be missing because of one.
#pragma once

#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex {

/// Why a call of the SDK failed.
enum class Error : u8 {
  none,       ///< it did not
  empty,      ///< nothing to take from a queue or stack
  full,       ///< no room in the map
  busy,       ///< the map is in use by what this program interrupted; try at the next event
  not_found,  ///< no such key or task
  invalid,    ///< an argument is outside its range
};

namespace detail {

/// Translates what a function of the runtime returns: 0 or a negated errno.
[[gnu::always_inline]] constexpr Error error_of(i32 code) {
  switch (code) {
    case 0:
      return Error::none;
    case -2:  // ENOENT
      return Error::empty;
    case -7:   // E2BIG
    case -11:  // EAGAIN
      return Error::full;
    case -16:  // EBUSY
      return Error::busy;
    default:
      return Error::invalid;
  }
}

}  // namespace detail

/// Success, or the Error why not.
class Status {
 public:
  constexpr Status() = default;
  constexpr Status(Error error) : error_{error} {}

  constexpr explicit operator bool() const { return error_ == Error::none; }
  constexpr Error error() const { return error_; }

 private:
  Error error_ = Error::none;
};

/// A value, or the Error why there is none.  Tests as true when there is a value.
template <class T>
class Expected {
 public:
  constexpr Expected(T value) : value_{value} {}
  constexpr Expected(Error error) : error_{error} {}

  constexpr explicit operator bool() const { return error_ == Error::none; }

  /// Error::none where there is a value.
  constexpr Error error() const { return error_; }

  /// The value.  Panics where there is none.
  [[gnu::always_inline]] constexpr const T& operator*() const [[clang::lifetimebound]] {
    return *value_;
  }
  [[gnu::always_inline]] constexpr const T* operator->() const [[clang::lifetimebound]] {
    return &*value_;
  }

  /// The value, or the one given where there is none.
  constexpr T value_or(T other) const { return value_.value_or(other); }

 private:
  Option<T> value_;
  Error error_ = Error::none;
};

}  // namespace rex
