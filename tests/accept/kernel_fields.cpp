// SPDX-License-Identifier: GPL-2.0-only
// expect: value 3
// Fields and questions by name, in templates and helper functions too.
#include <rex/rex.hpp>

template <rex::FixedString Name>
static rex::u64 time_of(const rex::Task& task) {
  return task.field<rex::u64, Name>();
}

rex::Result program(const rex::Once&) {
  rex::i64 found = 0;
  if (const auto task = rex::Task::from_pid(1)) {
    found = static_cast<rex::i64>(time_of<"utime">(*task) + time_of<"stime">(*task));
    const rex::kernel::Pointer<"mm_struct"> memory = task->pointer<"mm_struct", "mm">();
    rex::print("{} {:#x}", task->comm(), memory);
  }
  if (rex::kernel::has_field<"task_struct", "not_there">()) found = -1;
  return found < 0 ? -1 : 3;
}
