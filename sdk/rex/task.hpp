// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Tasks: what user space calls threads.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/field.hpp>
#include <rex/option.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {
template <class T>
struct ArgumentValue;
}

/// A task of the kernel (struct task_struct), valid until the program returns.
class [[clang::annotate("rex::kernel", "task_struct")]] Task {
 public:
  /// The task with a pid, as the initial pid namespace counts.  Nothing where there is none:
  /// also for 0, negative and too large pids.  Any context.  Minimum kernel: 6.1.
  static Option<Task> from_pid(i32 pid) {
    detail::rex_task* task = detail::rex_task_from_pid(pid);
    if (task == nullptr) return {};
    return Task{task};
  }

  /// CPU time spent in user mode, nanoseconds, as the scheduler last accounted it.
  /// Source: task_struct.utime.
  u64 utime() const { return detail::read_field<u64>(task_, detail::rex_field_task_struct__utime); }

 private:
  friend class Option<Task>;
  friend struct detail::ArgumentValue<Task>;

  constexpr Task() = default;
  constexpr explicit Task(detail::rex_task* task) : task_{task} {}

  // SAFETY: for detail::ArgumentValue, which has the slot's type from the loader.
  static Option<Task> from_kernel(u64 slot) {
    if (slot == 0) return {};
    return Task{reinterpret_cast<detail::rex_task*>(slot)};
  }

  // SAFETY: never null in a Task that a program can reach (Option's empty one is not lent out),
  // and live: an invocation holds off the RCU grace period after which tasks are freed.
  detail::rex_task* task_ = nullptr;
};

}  // namespace rex
