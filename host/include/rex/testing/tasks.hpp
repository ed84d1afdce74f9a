// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The tasks of a test's world.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <string_view>

#include <rex/testing/kernel.hpp>
#include <rex/testing/registers.hpp>
#include <rex/testing/wire.hpp>

namespace rex::testing {

// The kernel's structures: the fields that the SDK itself reads, by the kernel's names.  One that
// it comes to read is added here, and to host/src/kernel.cpp.

/// Who a task acts as.
struct cred {
  std::uint32_t uid = 0, gid = 0, euid = 0;
};

/// A task.
struct task_struct {
  std::int32_t pid = 0;   ///< in the initial pid namespace; what user space calls a thread id
  std::int32_t tgid = 0;  ///< the process: the pid of its first thread
  std::uint64_t utime = 0, stime = 0;  ///< CPU time in user and in kernel mode, nanoseconds
  std::uint64_t start_time = 0;        ///< nanoseconds of the monotonic clock
  std::uint64_t start_boottime = 0;    ///< of the clock that counts suspended time too
  std::int32_t prio = 0;               ///< 0 to 139
  std::uint32_t flags = 0;             ///< PF_*
  char comm[16] = {};                  ///< the command's name
  const task_struct* real_parent = nullptr;
  const task_struct* group_leader = nullptr;
  const cred* real_cred = nullptr;
  /// For fields that are not among the above: Tasks::set().
  alignas(8) std::byte more[512] = {};
};

/// Which tasks there are.  None, until the test adds some.
class Tasks {
 public:
  /// For the host's own use.
  explicit Tasks(Kernel& kernel);

  /// A new task.  Without a parent it is the idle task's child, without a leader its own.  Throws
  /// std::invalid_argument where its pid is not positive or is taken.
  void add(const task_struct& task);
  /// The task with a pid.  Throws std::out_of_range where there is none.
  task_struct& at(std::int32_t pid);
  /// Sets a field that task_struct above does not have, by its name in the kernel's source:
  /// set(7, "se.sum_exec_runtime", std::uint64_t{5}).  All other tasks have it too then, 0 at
  /// first.  Throws std::out_of_range, std::invalid_argument.
  template <Wire T>
  void set(std::int32_t pid, std::string_view field, const T& value) {
    auto* base = reinterpret_cast<std::byte*>(&at(pid));
    std::memcpy(base + kernel_.place("task_struct", field, sizeof value), &value, sizeof value);
  }
  /// The task is gone; a program that still had its address would be reported by the sanitizer.
  void remove(std::int32_t pid);
  /// The task that programs run in.  Throws std::out_of_range.  Without one it is the idle task,
  /// with pid 0.
  void set_current(std::int32_t pid) { current_ = &at(pid); }
  /// Of its cgroup in the hierarchy of version 2; 1, the root's, unless set.
  void set_cgroup_id(std::int32_t pid, std::uint64_t id) { cgroups_[&at(pid)] = id; }
  /// In user mode.  Without them Task::registers() is Error::not_found, as for a kernel thread.
  void set_registers(std::int32_t pid, const Registers& registers) {
    registers_[&at(pid)] = registers;
  }
  /// Where the test added no task with a pid, the one of this machine, if it has one: /proc.
  void use_proc() { use_proc_ = true; }

  /// For the host's own use: null where there is no such task.
  task_struct* find(std::int32_t pid);
  /// For the host's own use: the first process with a greater pid among those that the test added;
  /// null after the last.
  task_struct* next_process(std::int32_t pid);
  /// For the host's own use.
  task_struct* current() { return current_; }
  std::uint64_t cgroup_id(const task_struct* task) const;
  const Registers* registers(const task_struct* task) const;

 private:
  void complete(task_struct& task);

  // An allocation each, so that an access beside one is seen.
  std::map<std::int32_t, std::unique_ptr<task_struct>> tasks_;
  bool use_proc_ = false;
  std::unique_ptr<task_struct> idle_;
  task_struct* current_;
  std::map<const task_struct*, std::uint64_t> cgroups_;
  std::map<const task_struct*, Registers> registers_;
  Kernel& kernel_;
};

}  // namespace rex::testing
