// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// What a program returns to its hook.
#pragma once

#include <rex/types.hpp>

namespace rex {

/// The return value of a program whose hook has no meaning of its own for it (kprobe, once).
/// The runtime hands it to who asked for the run, and ignores it where nobody did.
class Result {
 public:
  constexpr Result(i64 value) : value_{value} {}
  constexpr i64 value() const { return value_; }

 private:
  i64 value_;
};

/// All went well.
inline constexpr Result ok{0};

}  // namespace rex
