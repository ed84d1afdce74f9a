// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Data that may leave the program.
#pragma once

#include <rex/detail/abi.hpp>

namespace rex::detail {

/// Wire data has one meaning for every byte pattern and no byte without meaning.  That is the
/// checker's rule `wire`, which says what is at fault: it looks at the template arguments of
/// types annotated rex::map or rex::global and of functions annotated rex::wire.  Here only what
/// the templates need to compile, so that the checker's answer is the one that people see.
template <class T>
concept Wire = __is_trivially_copyable(T);

// enum bpf_map_type of <linux/bpf.h>.
inline constexpr __u32 map_type_hash = 1;
inline constexpr __u32 map_type_array = 2;
inline constexpr __u32 map_type_perf_event_array = 4;
inline constexpr __u32 map_type_percpu_hash = 5;
inline constexpr __u32 map_type_percpu_array = 6;
inline constexpr __u32 map_type_stack_trace = 7;
inline constexpr __u32 map_type_lru_hash = 9;
inline constexpr __u32 map_type_lpm_trie = 11;
inline constexpr __u32 map_type_queue = 22;
inline constexpr __u32 map_type_stack = 23;
inline constexpr __u32 map_type_ringbuf = 27;

inline constexpr __u32 map_locked = REX_MAP_LOCKED;

}  // namespace rex::detail
