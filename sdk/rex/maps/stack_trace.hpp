// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Stacks by number.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/types.hpp>

namespace rex {

/// A BPF_MAP_TYPE_STACK_TRACE: stacks, each stored once, under an id that is a hash of it.  User
/// space looks an id up and gets Depth addresses, of which the unused ones are zero.
///
/// All calls: any context; Error::exists where another stack has the id (the map is too small),
/// Error::fault where there is no stack to be had, Error::busy where what this program interrupted
/// is storing one in this map.  Minimum kernel: 6.1.
/// @tparam Depth     addresses kept, at most 127
/// @tparam Capacity  stacks
template <u32 Depth, u32 Capacity>
  requires(Depth > 0 && Depth <= 127 && Capacity > 0)
class [[clang::annotate("rex::map", "stack_trace")]] StackTraceMap {
 public:
  constexpr StackTraceMap() = default;
  StackTraceMap(const StackTraceMap&) = delete;
  StackTraceMap& operator=(const StackTraceMap&) = delete;

  /// The id of the kernel's stack, from the runtime outwards.
  /// @tparam Skip  innermost addresses to leave out, at most 255
  template <u32 Skip = 0>
    requires(Skip <= 255)
  Expected<u32> kernel_stack() {
    return id(Skip);
  }

  /// The id of the stack of the current process in user mode.
  Expected<u32> user_stack() {
    constexpr u64 user_stack_flag = 256;  // BPF_F_USER_STACK
    return id(user_stack_flag);
  }

 private:
  Expected<u32> id(u64 flags) {
    const i64 id = detail::rex_stack_trace_id(&map_, flags);
    if (id < 0) return detail::error_of(static_cast<i32>(id));
    return static_cast<u32>(id);
  }

  detail::rex_map map_{
      detail::map_type_stack_trace, sizeof(u32), Depth * sizeof(u64), Capacity, 0, -1, 0, 0};
};

}  // namespace rex
