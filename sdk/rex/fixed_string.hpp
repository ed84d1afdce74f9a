// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// A string as a template argument: Kprobe<"write_null">.
#pragma once

#include <rex/types.hpp>

namespace rex {

/// @tparam Size  bytes, with the terminating NUL
template <usize Size>
struct FixedString {
  char text[Size]{};

  consteval FixedString(const char (&literal)[Size]) {
    for (usize i = 0; i < Size; ++i) text[i] = literal[i];
  }
};

}  // namespace rex
