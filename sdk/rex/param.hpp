// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Constants that are set when an extension is loaded.
#pragma once

#include <rex/detail/wire.hpp>
#include <rex/types.hpp>

namespace rex {

/// A global that the loader may set before the extension runs (`rex run --set limit=5`), and
/// that programs only read.
///
///     rex::Param<rex::u32> limit{100};  // where nothing is set
template <detail::Wire T>
class [[clang::annotate("rex::global", "param")]] Param {
 public:
  using value_type = T;

  constexpr Param() = default;
  constexpr explicit Param(const T& value) : value_{value} {}
  Param(const Param&) = delete;
  Param& operator=(const Param&) = delete;

  T get() const {
    // SAFETY: the loader writes the object before any program runs, and nobody afterwards.  The
    // compiler, which sees no write at all, must not take the default for the value: it forgets
    // what it knows about the object here.
    const Param* self = this;
    asm("" : "+r"(self));
    return self->value_;
  }
  operator T() const { return get(); }

 private:
  T value_{};
};

}  // namespace rex
