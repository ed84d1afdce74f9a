// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// A value that may be missing.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/types.hpp>

namespace rex {

/// A T or nothing.  The T lives in place and never moves: a reference to it stays valid for as
/// long as the Option does, whatever happens to the value.  A handle that was moved out of an
/// Option leaves a null handle there, whose use panics.
template <class T>
class Option {
 public:
  constexpr Option() = default;
  constexpr Option(const T& value)
    requires(__is_constructible(T, const T&))
      : value_{value}, present_{true} {}
  constexpr Option(T&& value) : value_{static_cast<T&&>(value)}, present_{true} {}

  constexpr explicit operator bool() const { return present_; }

  /// The value.  Panics where there is none.
  [[gnu::always_inline]] constexpr const T& operator*() const [[clang::lifetimebound]] {
    require();
    return value_;
  }
  [[gnu::always_inline]] constexpr T& operator*() [[clang::lifetimebound]] {
    require();
    return value_;
  }
  [[gnu::always_inline]] constexpr const T* operator->() const [[clang::lifetimebound]] {
    require();
    return &value_;
  }
  [[gnu::always_inline]] constexpr T* operator->() [[clang::lifetimebound]] {
    require();
    return &value_;
  }

  /// The value, or the one given where there is none.
  constexpr T value_or(T other) const
    requires(__is_trivially_copyable(T))
  {
    return present_ ? value_ : other;
  }

 private:
  [[gnu::always_inline]] constexpr void require() const {
    if (!present_) detail::rex_trap(detail::REX_PANIC_EMPTY_OPTION, 0, 0, 0, nullptr);
  }

  T value_{};
  bool present_ = false;
};

}  // namespace rex
