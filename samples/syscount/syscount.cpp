// SPDX-License-Identifier: GPL-2.0-only
// Counts the system calls of a process, and those that failed; loader.cpp is the other half.
#include <rex/rex.hpp>

rex::Param<rex::i32> process{0};
rex::ArrayMap<rex::u64, 512> calls;  // by the number of the system call
rex::ArrayMap<rex::u64, 512> errors;

namespace {

void count(rex::ArrayMap<rex::u64, 512>& counters, rex::u64 number) {
  if (number < counters.capacity()) counters.cell(static_cast<rex::u32>(number))->add(1);
}

}  // namespace

// The registers, and the number.
rex::Result enter(const rex::RawTracepoint<"sys_enter", rex::u64, rex::i64>& event) {
  if (rex::Task::current().tgid() == process)
    count(calls, static_cast<rex::u64>(event.argument<1>()));
  return rex::ok;
}

// The registers, and the result.
rex::Result leave(const rex::RawTracepoint<"sys_exit", rex::u64, rex::i64>& event) {
  const auto task = rex::Task::current();
  if (task.tgid() != process || event.argument<1>() >= 0) return rex::ok;
  if (const auto registers = task.registers()) count(errors, registers->system_call());
  return rex::ok;
}
