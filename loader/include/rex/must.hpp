// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// For small programs that can do nothing about a failure but say it.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <type_traits>
#include <utility>

#include "rex/error.hpp"

namespace rex {

/// The value of a result.  Where there is none, prints the error to stderr and ends the process
/// with status 1.  Objects outside the expression are not destroyed then; the end of the process
/// detaches what it has attached.
///
///     auto extension = rex::must(rex::Extension::load("mp4.rex"));
template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "error: %s\n%s", result.error().summary.c_str(),
                 result.error().details.c_str());
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace rex
