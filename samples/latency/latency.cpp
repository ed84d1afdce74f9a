// SPDX-License-Identifier: GPL-2.0-only
// How long the system calls of a process take, as a histogram; loader.cpp is the other half.
#include <rex/rex.hpp>

rex::Param<rex::i32> process{0};
rex::LruHashMap<rex::i32, rex::u64, 4096> started;  // by thread, nanoseconds
rex::ArrayMap<rex::u64, 64> histogram;              // [i]: from 2^i nanoseconds on

rex::Result enter(const rex::RawTracepoint<"sys_enter">&) {
  const auto task = rex::Task::current();
  if (task.tgid() == process) started.set(task.pid(), rex::clock::monotonic());
  return rex::ok;
}

rex::Result leave(const rex::RawTracepoint<"sys_exit">&) {
  const auto task = rex::Task::current();
  if (task.tgid() != process) return rex::ok;
  if (const auto start = started.get(task.pid())) {
    const rex::u64 time = rex::clock::monotonic() - *start;
    histogram.cell(63 - rex::leading_zeros(time | 1))->add(1);
  }
  return rex::ok;
}
