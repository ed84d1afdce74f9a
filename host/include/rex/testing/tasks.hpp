// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The tasks of a test's world.
#pragma once

#include <cstdint>
#include <map>
#include <memory>

namespace rex::testing {

// The kernel's structures: the fields that the contract lists, by the kernel's names.  A field
// that is added to the contract is added here.

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
};

/// Which tasks there are.  None, until the test adds some.
class Tasks {
 public:
  /// A new task.  Throws std::invalid_argument where its pid is not positive or is taken.
  void add(const task_struct& task);
  /// The task with a pid.  Throws std::out_of_range where there is none.
  task_struct& at(std::int32_t pid);
  /// The task is gone; a program that still had its address would be reported by the sanitizer.
  void remove(std::int32_t pid);
  /// Where the test added no task with a pid, the one of this machine, if it has one: /proc.
  void use_proc() { use_proc_ = true; }

  /// For the host's own use: null where there is no such task.
  task_struct* find(std::int32_t pid);

 private:
  // An allocation each, so that an access beside one is seen.
  std::map<std::int32_t, std::unique_ptr<task_struct>> tasks_;
  bool use_proc_ = false;
};

}  // namespace rex::testing
