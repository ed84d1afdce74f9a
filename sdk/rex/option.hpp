// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// A value that may be missing.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/types.hpp>

namespace rex {

/// A T or nothing.  The T lives in place and never moves: a reference to it stays valid for as
/// long as the Option does, whatever happens to the value.
template <class T>
class Option {
 public:
  constexpr Option() = default;
  constexpr Option(T value) : value_{value}, present_{true} {}

  constexpr explicit operator bool() const { return present_; }

  /// The value.  Panics where there is none.
  [[gnu::always_inline]] constexpr const T& operator*() const [[clang::lifetimebound]] {
    if (!present_) detail::rex_trap(detail::REX_PANIC_EMPTY_OPTION, 0, 0, 0, nullptr);
    return value_;
  }
  [[gnu::always_inline]] constexpr const T* operator->() const [[clang::lifetimebound]] {
    return &**this;
  }

  /// The value, or the one given where there is none.
  constexpr T value_or(T other) const { return present_ ? value_ : other; }

 private:
  T value_{};
  bool present_ = false;
};

}  // namespace rex
