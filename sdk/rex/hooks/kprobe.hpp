// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run when the kernel reaches an instruction of its own.
#pragma once

#include <rex/detail/registers.hpp>
#include <rex/fixed_string.hpp>
#include <rex/types.hpp>

namespace rex {

/// The registers at the probed instruction, of every Kprobe.  Take a `const KprobeContext&` in
/// helper functions that several programs share.
class [[clang::annotate("rex::context")]] KprobeContext {
 public:
  KprobeContext(const KprobeContext&) = delete;
  KprobeContext& operator=(const KprobeContext&) = delete;

  /// An argument of the probed function, as at its entry (x86-64 System V calling convention).
  /// Meaningless where the probe is not at the function's first instruction.
  /// @tparam Index  0 to 5
  template <u32 Index>
    requires(Index < 6)
  u64 argument() const {
    constexpr u64 detail::Registers::* order[]{&detail::Registers::di, &detail::Registers::si,
                                               &detail::Registers::dx, &detail::Registers::cx,
                                               &detail::Registers::r8, &detail::Registers::r9};
    return registers_.*order[Index];
  }

  /// Address of the probed instruction.
  u64 instruction_pointer() const { return registers_.ip; }

 private:
  KprobeContext() = default;

  detail::Registers registers_;
};

/// A program with this parameter runs each time the kernel is about to execute a function.
///
///     rex::Result on_write(const rex::Kprobe<"write_null">& probe);
///
/// Context: preemption off; interrupts on at a function's entry, off elsewhere.  What it returns
/// is ignored.  Minimum kernel: 6.1.
/// @tparam Function  the function's name; empty where the loader gives it
template <FixedString Function = "">
class [[clang::annotate("rex::hook", "kprobe")]] Kprobe : public KprobeContext {};

}  // namespace rex
