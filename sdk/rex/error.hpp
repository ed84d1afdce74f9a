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
  exists,     ///< the key is in the map already
  fault,      ///< the memory cannot be read
  too_big,    ///< more than there can ever be room for
  no_memory,  ///< the kernel has none to spare in this context
};

namespace detail {

/// Translates what a function of the runtime returns: 0 or a negated errno.
[[gnu::always_inline]] constexpr Error error_of(i32 code) {
  switch (code) {
    case 0: return Error::none;
    case -2:  // ENOENT
      return Error::empty;
    case -7:   // E2BIG
    case -11:  // EAGAIN
      return Error::full;
    case -28:  // ENOSPC
      return Error::full;
    case -12:  // ENOMEM
      return Error::no_memory;
    case -14:  // EFAULT
      return Error::fault;
    case -16:  // EBUSY
      return Error::busy;
    case -17:  // EEXIST
      return Error::exists;
    case -90:  // EMSGSIZE
      return Error::too_big;
    default: return Error::invalid;
  }
}

/// Panics where the runtime had no room to enter one more resource.
[[gnu::always_inline]] inline void require_resources(i32 code) {
  constexpr i32 no_buffer_space = -105;  // ENOBUFS
  if (code == no_buffer_space) rex_trap(REX_PANIC_RESOURCES, REX_RESOURCES_MAX, 0, 0, nullptr);
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
  constexpr Expected(const T& value)
    requires(__is_constructible(T, const T&))
      : value_{value} {}
  constexpr Expected(T&& value) : value_{static_cast<T&&>(value)} {}
  constexpr Expected(Error error) : error_{error} {}

  constexpr explicit operator bool() const { return error_ == Error::none; }

  /// Error::none where there is a value.
  constexpr Error error() const { return error_; }

  /// The value.  Panics where there is none.
  [[gnu::always_inline]] constexpr const T& operator*() const [[clang::lifetimebound]] {
    return *value_;
  }
  [[gnu::always_inline]] constexpr T& operator*() [[clang::lifetimebound]] { return *value_; }
  [[gnu::always_inline]] constexpr const T* operator->() const [[clang::lifetimebound]] {
    return &*value_;
  }
  [[gnu::always_inline]] constexpr T* operator->() [[clang::lifetimebound]] { return &*value_; }

  /// The value, or the one given where there is none.
  constexpr T value_or(T other) const
    requires(__is_trivially_copyable(T))
  {
    return value_.value_or(other);
  }

 private:
  Option<T> value_;
  Error error_ = Error::none;
};

}  // namespace rex
