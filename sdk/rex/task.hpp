// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Tasks: what user space calls threads.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/registers.hpp>
#include <rex/error.hpp>
#include <rex/kernel.hpp>
#include <rex/option.hpp>
#include <rex/text.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {
template <class T>
struct ArgumentValue;
}

/// Registers of a thread in user mode (x86-64).
class UserRegisters {
 public:
  constexpr UserRegisters() = default;

  u64 instruction_pointer() const { return all_.ip; }
  u64 stack_pointer() const { return all_.sp; }
  u64 frame_pointer() const { return all_.bp; }
  /// The number of the system call it is in; all ones where it came by a fault or an interrupt.
  u64 system_call() const { return all_.orig_ax; }

  /// An argument of that system call.
  /// @tparam Index  0 to 5
  template <u32 Index>
    requires(Index < 6)
  u64 argument() const {
    constexpr u64 detail::Registers::* order[]{&detail::Registers::di, &detail::Registers::si,
                                               &detail::Registers::dx, &detail::Registers::r10,
                                               &detail::Registers::r8, &detail::Registers::r9};
    return all_.*order[Index];
  }

 private:
  friend class Task;

  detail::Registers all_{};
};

/// A task of the kernel (struct task_struct), valid until the program returns.  Fields are read in
/// place, at offsets that the loader finds in the kernel's BTF; the kernel may change them
/// meanwhile.  All calls: any context.  Minimum kernel: 6.1.
class [[clang::annotate("rex::kernel", "task_struct")]] Task
    : public detail::LiveObject<"task_struct"> {
 public:
  /// The task with a pid, as the initial pid namespace counts.  Nothing where there is none:
  /// also for 0, negative and too large pids.
  static Option<Task> from_pid(i32 pid) { return of(detail::rex_task_from_pid(pid)); }

  /// The task that runs on this CPU; in an interrupt, the one that was interrupted.
  static Task current() { return Task{detail::rex_task_current()}; }

  /// What user space calls the thread id, as the initial pid namespace counts.
  i32 pid() const { return field<i32, "pid">(); }

  /// What user space calls the process id.
  i32 tgid() const { return field<i32, "tgid">(); }

  /// CPU time spent in user mode, nanoseconds, as the scheduler last accounted it.
  u64 utime() const { return field<u64, "utime">(); }

  /// CPU time spent in the kernel, nanoseconds, as the scheduler last accounted it.
  u64 stime() const { return field<u64, "stime">(); }

  /// When it was made, nanoseconds of clock::monotonic().
  u64 start_time() const { return field<u64, "start_time">(); }

  /// When it was made, nanoseconds of clock::boot().
  u64 start_boottime() const { return field<u64, "start_boottime">(); }

  /// The scheduler's priority: 0 to 99 real time, 100 to 139 ordinary, smaller first.
  i32 priority() const { return field<i32, "prio">(); }

  /// Whether it is a thread of the kernel, without user memory.
  bool is_kernel_thread() const {
    constexpr u32 kernel_thread = 0x00200000;  // PF_KTHREAD
    return (field<u32, "flags">() & kernel_thread) != 0;
  }

  /// Its name: of a program the file's, cut to 15 characters, unless it renamed itself.
  Text<16> comm() const { return field<Text<16>, "comm">(); }

  /// The process that made it, or has adopted it since.
  Task parent() const { return linked<"real_parent">(); }

  /// The first thread of its process.
  Task group_leader() const { return linked<"group_leader">(); }

  /// Its real and effective user and its group, as the initial user namespace counts; 4294967295
  /// (no user) where a program sees a task that the kernel is about to free.
  u32 uid() const { return credential<"uid.val">(); }
  u32 gid() const { return credential<"gid.val">(); }
  u32 euid() const { return credential<"euid.val">(); }

  /// The id of its cgroup in the hierarchy of version 2: what user space gets with
  /// name_to_handle_at(), and the inode of the folder.
  u64 cgroup_id() const { return detail::rex_task_cgroup_id(task()); }

  /// Its registers in user mode, as of its last entry into the kernel.  Error::not_found for a
  /// thread of the kernel and for a task that has ended, Error::fault.  Those of another task that
  /// is in user mode right now are older than that.
  Expected<UserRegisters> registers() const {
    UserRegisters registers;
    constexpr i32 no_entry = -2;  // ENOENT
    const i32 code = detail::rex_task_registers(task(), &registers.all_);
    if (code != 0) return code == no_entry ? Error::not_found : Error::fault;
    return registers;
  }

  friend bool operator==(const Task& a, const Task& b) { return a.object() == b.object(); }

 private:
  friend class Option<Task>;
  friend class TaskIterator;
  friend struct detail::ArgumentValue<Task>;

  constexpr Task() = default;
  explicit Task(detail::rex_task* task) : LiveObject{reinterpret_cast<u64>(task)} {}

  // SAFETY: never null in a Task that a program can reach (Option's empty one is not lent out),
  // and live: an invocation holds off the RCU grace period after which tasks are freed.
  detail::rex_task* task() const { return reinterpret_cast<detail::rex_task*>(object()); }

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
  template <FixedString Name>
  Task linked() const {
    return Task{reinterpret_cast<detail::rex_task*>(pointer<"task_struct", Name>().address())};
  }
  template <FixedString Name>
  u32 credential() const {
    const u64 cred = pointer<"cred", "real_cred">().address();
    // The kernel's last functions on a task that it frees, free_task() for one, have taken it.
    if (cred == 0) return ~0u;
    return detail::load_value<u32>(
        cred + detail::KernelField<"cred", Name>::template offset<detail::type_name<u32>>());
  }
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
