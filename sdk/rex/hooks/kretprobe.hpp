// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run when a function of the kernel returns.
#pragma once

#include <rex/detail/registers.hpp>
#include <rex/fixed_string.hpp>
#include <rex/types.hpp>

namespace rex {

/// The registers at the return, of every Kretprobe.
class [[clang::annotate("rex::context")]] KretprobeContext {
 public:
  KretprobeContext(const KretprobeContext&) = delete;
  KretprobeContext& operator=(const KretprobeContext&) = delete;

  /// What the function returned, as the register holds it.  Narrower types leave the upper bits
  /// without meaning: convert with `rex::truncate`-like arithmetic, `static_cast<rex::i32>(…)`.
  u64 return_value() const { return registers_.ax; }

 private:
  KretprobeContext() = default;

  detail::Registers registers_;
};

/// A program with this parameter runs each time a function of the kernel returns.
///
///     rex::Result after_write(const rex::Kretprobe<"vfs_write">& probe);
///
/// Context: preemption off.  What it returns is ignored.  Calls that are open at the same time are
/// limited (kretprobe's maxactive, at least 10); what exceeds it is counted as missed when the
/// program is detached.  Minimum kernel: 6.1.
/// @tparam Function  the function's name; empty where the loader gives it
template <FixedString Function = "">
class [[clang::annotate("rex::hook", "kretprobe")]] Kretprobe : public KretprobeContext {};

}  // namespace rex
