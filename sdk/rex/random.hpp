// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Random numbers.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/types.hpp>

namespace rex {

/// 32 random bits, good for sampling and hashing, not for secrets.  Any context.  Minimum kernel:
/// 6.1.
inline u32 random_u32() { return detail::rex_random(); }

}  // namespace rex
