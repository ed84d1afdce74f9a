// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What the running kernel answers an extension's questions.
#pragma once

#include <cstdint>
#include <string_view>

#include "kernel_symbol.hpp"
#include "kernel_types.hpp"

namespace rex::internal {

/// The value of a symbol.
/// @param place  of the object, for the message
/// Errors: kKernelUnsupported: this kernel has no such field or structure, or another type of it.
Result<std::uint64_t> answer(const KernelSymbol& question, const KernelTypes& types,
                             std::string_view place);

}  // namespace rex::internal
