// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run instead of a function of the kernel.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/hooks/kprobe.hpp>

namespace rex {

/// Whether a function is executed.
enum class Override : i64 {
  none = REX_NO_OVERRIDE,  ///< it is
};

/// The function is not executed, and its caller sees an error.
/// @param number  the errno value, 1 to 4095: 13 for EACCES; others panic
constexpr Override override_with_error(u32 number) {
  if (number == 0 || number > 4095)
    detail::rex_trap(detail::REX_PANIC_EXPLICIT, 0, 0, 0, "an error number is 1 to 4095");
  return static_cast<Override>(-static_cast<i64>(number));
}

/// The function is not executed, and its caller sees this result.
constexpr Override override_with_value(i64 value) { return static_cast<Override>(value); }

/// A program with this parameter runs each time a function of the kernel is called, and says
/// whether it is executed.
///
///     rex::Override no_mkdir(const rex::KprobeOverride<"__x64_sys_mkdir">&) {
///       return is_ours(rex::Task::current()) ? rex::override_with_error(13)  // EACCES
///                                            : rex::Override::none;
///     }
///
/// Only where the kernel's own error injection (ALLOW_ERROR_INJECTION) allows it: system calls, by
/// the name of their entry (`__x64_sys_mkdir`, `__ia32_sys_mkdir`, `__ia32_compat_sys_execve`), and
/// some functions of memory and file systems, which docs/hooks/kprobe_override.md lists.  A system
/// call may return anything, those functions what the kernel allows them: another value is not
/// used, the function is executed, and the event counts as missed.
///
/// Context: as of Kprobe at a function's entry.  Where it is skipped (inside a bpf() call, or
/// another probe, on the same CPU) the function is executed: this is for testing and mending, a
/// policy uses Lsm.  On panic: none.  Minimum kernel: 6.1.
/// @tparam Function  the function's name; empty where the loader gives it
template <FixedString Function = "">
class [[clang::annotate("rex::hook", "kprobe_override"),
        clang::annotate("rex::panic_value", static_cast<i64>(Override::none))]] KprobeOverride
    : public KprobeContext {
 public:
  using result_type = Override;
};

}  // namespace rex
