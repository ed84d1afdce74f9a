// SPDX-License-Identifier: GPL-2.0-only
// A task by its pid, 64 times.
#include <rex/rex.hpp>

/// What was read has a use.
rex::Atomic<rex::u64> total;

rex::Result tasks_base(const rex::Fentry<"write_null">&) {
  total.add(1);
  return rex::ok;
}
rex::Result task_from_pid(const rex::Fentry<"write_null">&) {
  rex::u64 sum = 0;
  for (rex::u32 i = 0; i < 64; ++i)
    if (const auto task = rex::Task::from_pid(1)) sum += task->utime();
  total.add(sum);
  return rex::ok;
}
