// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The registers that a kprobe's program sees.
#pragma once

#include <cstdint>

namespace rex::testing {

/// struct pt_regs of x86-64.  The arguments of the probed function are di, si, dx, cx, r8, r9.
struct Registers {
  std::uint64_t r15 = 0, r14 = 0, r13 = 0, r12 = 0, bp = 0, bx = 0, r11 = 0, r10 = 0;
  std::uint64_t r9 = 0, r8 = 0, ax = 0, cx = 0, dx = 0, si = 0, di = 0;
  std::uint64_t orig_ax = 0, ip = 0, cs = 0, flags = 0, sp = 0, ss = 0;

  /// As at the entry of a function that was called with these arguments.
  static Registers call(std::uint64_t a0 = 0, std::uint64_t a1 = 0, std::uint64_t a2 = 0,
                        std::uint64_t a3 = 0, std::uint64_t a4 = 0, std::uint64_t a5 = 0) {
    Registers registers;
    registers.di = a0;
    registers.si = a1;
    registers.dx = a2;
    registers.cx = a3;
    registers.r8 = a4;
    registers.r9 = a5;
    return registers;
  }
};

}  // namespace rex::testing
