// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Handing a value over.
#pragma once

#include <rex/types.hpp>

namespace rex {

/// Lets what follows take the value out of an object.  The object stays, and can be given a new
/// value; a handle that was taken is empty, and using it panics.
template <class T>
[[nodiscard, gnu::always_inline]] constexpr auto&& move(T& object [[clang::lifetimebound]]) {
  // SAFETY: the same object, only its value category differs.
  return static_cast<T&&>(object);
}

/// Exchanges two values.
template <class T>
constexpr void swap(T& a, T& b) {
  T kept = rex::move(a);
  a = rex::move(b);
  b = rex::move(kept);
}

}  // namespace rex
