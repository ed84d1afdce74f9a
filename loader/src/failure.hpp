// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// How the library makes its errors: place, cause, remedy.
#pragma once

#include <cerrno>
#include <string>
#include <string_view>

#include "rex/error.hpp"

namespace rex::internal {

/// "place: cause; remedy".  Place and remedy may be empty.
std::unexpected<Error> failure(ErrorCode code, std::string_view place, std::string_view cause,
                               std::string_view remedy = {}, std::string details = {});

/// The words for an errno value: "Permission denied".
std::string errno_text(int number);

/// Passes a failed result on as one of another type.
template <class T>
std::unexpected<Error> pass_on(Result<T>&& failed) {
  return std::unexpected(std::move(failed.error()));
}

}  // namespace rex::internal
