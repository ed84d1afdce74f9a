// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// What a handle of a kernel resource holds.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/types.hpp>

namespace rex::detail {

/// A slot of the runtime's ledger, or 0.  Becomes 0 when it is moved from and when it is
/// destroyed, so that who still has a reference to the handle sees a null one.
class Slot {
 public:
  constexpr Slot() = default;
  constexpr explicit Slot(u32 number) : number_{number} {}
  constexpr Slot(Slot&& other) : number_{other.take()} {}
  Slot& operator=(Slot&& other) = delete;  // a handle first releases what it holds
  constexpr ~Slot() { clear(); }

  constexpr bool is_held() const { return number_ != 0; }

  /// Panics where nothing is held.
  [[gnu::always_inline]] constexpr void require() const {
    if (!is_held()) rex_trap(REX_PANIC_NULL_HANDLE, 0, 0, 0, nullptr);
  }

  /// The number, which is given up; 0 where nothing is held.
  constexpr u32 take() {
    const u32 number = number_;
    clear();
    return number;
  }
  constexpr void put(u32 number) { number_ = number; }

 private:
  [[gnu::always_inline]] constexpr void clear() {
    if consteval {
      number_ = 0;
    } else {
      // SAFETY: a store to a live member.  Volatile, because an optimiser drops an ordinary one to
      // an object whose life ends here.
      *const_cast<volatile u32*>(&number_) = 0;
    }
  }

  u32 number_ = 0;
};

}  // namespace rex::detail
