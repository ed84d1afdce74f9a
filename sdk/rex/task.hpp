// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Tasks: what user space calls threads.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/field.hpp>
#include <rex/option.hpp>
#include <rex/text.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {
template <class T>
struct ArgumentValue;
}

/// A task of the kernel (struct task_struct), valid until the program returns.  Fields are read in
/// place, at offsets that the loader finds in the kernel's BTF; the kernel may change them
/// meanwhile.  All calls: any context.  Minimum kernel: 6.1.
class [[clang::annotate("rex::kernel", "task_struct")]] Task {
 public:
  /// The task with a pid, as the initial pid namespace counts.  Nothing where there is none:
  /// also for 0, negative and too large pids.
  static Option<Task> from_pid(i32 pid) { return of(detail::rex_task_from_pid(pid)); }

  /// The task that runs on this CPU; in an interrupt, the one that was interrupted.
  static Task current() { return Task{detail::rex_task_current()}; }

  /// What user space calls the thread id, as the initial pid namespace counts.
  i32 pid() const { return detail::read_field<i32>(task_, detail::rex_field_task_struct__pid); }

  /// What user space calls the process id.
  i32 tgid() const { return detail::read_field<i32>(task_, detail::rex_field_task_struct__tgid); }

  /// CPU time spent in user mode, nanoseconds, as the scheduler last accounted it.
  u64 utime() const { return detail::read_field<u64>(task_, detail::rex_field_task_struct__utime); }

  /// CPU time spent in the kernel, nanoseconds, as the scheduler last accounted it.
  u64 stime() const { return detail::read_field<u64>(task_, detail::rex_field_task_struct__stime); }

  /// When it was made, nanoseconds of clock::monotonic().
  u64 start_time() const {
    return detail::read_field<u64>(task_, detail::rex_field_task_struct__start_time);
  }

  /// When it was made, nanoseconds of clock::boot().
  u64 start_boottime() const {
    return detail::read_field<u64>(task_, detail::rex_field_task_struct__start_boottime);
  }

  /// The scheduler's priority: 0 to 99 real time, 100 to 139 ordinary, smaller first.
  i32 priority() const {
    return detail::read_field<i32>(task_, detail::rex_field_task_struct__prio);
  }

  /// Whether it is a thread of the kernel, without user memory.
  bool is_kernel_thread() const {
    constexpr u32 kernel_thread = 0x00200000;  // PF_KTHREAD
    return (detail::read_field<u32>(task_, detail::rex_field_task_struct__flags) & kernel_thread) !=
           0;
  }

  /// Its name: of a program the file's, cut to 15 characters, unless it renamed itself.
  Text<16> comm() const {
    return detail::read_text_field<16>(task_, detail::rex_field_task_struct__comm);
  }

  /// The process that made it, or has adopted it since.
  Task parent() const { return linked(detail::rex_field_task_struct__real_parent); }

  /// The first thread of its process.
  Task group_leader() const { return linked(detail::rex_field_task_struct__group_leader); }

  /// Its real and effective user and its group, as the initial user namespace counts; 4294967295
  /// (no user) where a program sees a task that the kernel is about to free.
  u32 uid() const { return credential(detail::rex_field_cred__uid); }
  u32 gid() const { return credential(detail::rex_field_cred__gid); }
  u32 euid() const { return credential(detail::rex_field_cred__euid); }

  /// The id of its cgroup in the hierarchy of version 2: what user space gets with
  /// name_to_handle_at(), and the inode of the folder.
  u64 cgroup_id() const { return detail::rex_task_cgroup_id(task_); }

  friend bool operator==(const Task& a, const Task& b) { return a.task_ == b.task_; }

 private:
  friend class Option<Task>;
  friend class TaskIterator;
  friend struct detail::ArgumentValue<Task>;

  constexpr Task() = default;
  constexpr explicit Task(detail::rex_task* task) : task_{task} {}

  static Option<Task> of(detail::rex_task* task) {
    if (task == nullptr) return {};
    return Task{task};
  }

  // SAFETY: for detail::ArgumentValue, which has the slot's type from the loader.
  static Option<Task> from_kernel(u64 slot) {
    return of(reinterpret_cast<detail::rex_task*>(slot));
  }

  // SAFETY: the kernel frees what these fields point at after an RCU grace period, as the task
  // itself; the tasks are never null.
  Task linked(const char& field) const {
    return Task{reinterpret_cast<detail::rex_task*>(detail::read_field<u64>(task_, field))};
  }
  u32 credential(const char& field) const {
    const u64 cred = detail::read_field<u64>(task_, detail::rex_field_task_struct__real_cred);
    // The kernel's last functions on a task that it frees, free_task() for one, have taken it.
    if (cred == 0) return ~0u;
    return detail::read_field<u32>(reinterpret_cast<const char*>(cred), field);
  }

  // SAFETY: never null in a Task that a program can reach (Option's empty one is not lent out),
  // and live: an invocation holds off the RCU grace period after which tasks are freed.
  detail::rex_task* task_ = nullptr;
};

/// Visits all processes.
class TaskIterator {
 public:
  struct End {};

  TaskIterator() : task_{detail::rex_task_next(nullptr)} {}

  Task operator*() const {
    // Past the last one.
    if (task_ == nullptr) detail::rex_trap(detail::REX_PANIC_NULL_HANDLE, 0, 0, 0, nullptr);
    return Task{task_};
  }
  TaskIterator& operator++() [[clang::lifetimebound]] {
    task_ = detail::rex_task_next(task_);
    return *this;
  }
  bool operator==(End) const { return task_ == nullptr; }

 private:
  detail::rex_task* task_;
};

/// All processes, by their first threads, from the oldest: `for (const auto task :
/// rex::Processes{})`. One that comes or goes meanwhile may be seen or not.  Any context; hundreds
/// of processes take some microseconds.  Minimum kernel: 6.1.
class Processes {
 public:
  TaskIterator begin() const { return {}; }
  TaskIterator::End end() const { return {}; }
};

}  // namespace rex
