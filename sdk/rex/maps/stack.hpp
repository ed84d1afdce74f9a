// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Last in, first out.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/types.hpp>

namespace rex {

/// A BPF_MAP_TYPE_STACK.  User space pushes and pops the same elements through a libbpf map
/// descriptor (bpf_map_update_elem, bpf_map_lookup_and_delete_elem).
///
/// All calls: any context; safe against concurrent callers on other CPUs, which the map's own
/// lock puts in order; Error::busy where what this program interrupted holds that lock.
/// Minimum kernel: 6.1.
/// @tparam T         element, wire data
/// @tparam Capacity  elements
template <detail::Wire T, u32 Capacity>
  requires(Capacity > 0)
class [[clang::annotate("rex::map", "stack")]] Stack {
 public:
  using value_type = T;

  constexpr Stack() = default;
  Stack(const Stack&) = delete;
  Stack& operator=(const Stack&) = delete;

  /// Takes the newest element.  Error::empty, Error::busy.
  Expected<T> pop() {
    T value{};
    const Error error = detail::error_of(detail::rex_queue_pop(&map_, &value));
    if (error != Error::none) return error;
    return value;
  }

  /// A copy of the newest element, which stays.  Error::empty, Error::busy.
  Expected<T> peek() {
    T value{};
    const Error error = detail::error_of(detail::rex_queue_peek(&map_, &value));
    if (error != Error::none) return error;
    return value;
  }

  /// Puts an element on top.  Error::full, Error::busy.
  Status push(const T& value) { return detail::error_of(detail::rex_queue_push(&map_, &value)); }

  /// The same; where the map is full, the oldest element goes.  Error::busy.
  Status push_over(const T& value) {
    return detail::error_of(detail::rex_queue_push_over(&map_, &value));
  }

 private:
  detail::rex_map map_{detail::map_type_stack, 0, sizeof(T), Capacity, 0, -1, 0, 0};
};

}  // namespace rex
