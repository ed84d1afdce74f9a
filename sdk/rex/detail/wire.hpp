// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Data that may leave the program.
#pragma once

#include <rex/detail/abi.hpp>

namespace rex::detail {

/// Wire data has one meaning for every byte pattern and no byte without meaning.  The checker
/// says which member is at fault; this is what the templates themselves rely on.
template <class T>
concept Wire = __is_trivially_copyable(T) && __has_unique_object_representations(T);

// enum bpf_map_type of <linux/bpf.h>.
inline constexpr __u32 map_type_queue = 22;
inline constexpr __u32 map_type_ringbuf = 27;

}  // namespace rex::detail
