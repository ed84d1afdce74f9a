// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The CPU's registers where a program was called.
#pragma once

#include <rex/types.hpp>

namespace rex::detail {

/// struct pt_regs of x86-64: part of the kernel's user-space interface, <asm/ptrace.h>.
struct Registers {
  u64 r15, r14, r13, r12, bp, bx, r11, r10, r9, r8, ax, cx, dx, si, di, orig_ax, ip, cs, flags, sp,
      ss;
};

}  // namespace rex::detail
