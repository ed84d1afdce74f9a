// SPDX-License-Identifier: GPL-2.0-only
// User CPU time of tasks: pops pids from a queue, submits {pid, utime} to a ring buffer.
// Attached to write_null, the kernel's write to /dev/null; loader.cpp is the other half.
#include <rex/rex.hpp>

struct CpuTime {
  rex::i64 pid;
  rex::u64 utime;  // nanoseconds
};

rex::Queue<rex::i32, 1024> pids;
rex::RingBuf<64 * 1024> cpu_times;

rex::Result mp4(const rex::Kprobe<"write_null">&) {
  while (auto pid = pids.pop())
    if (auto task = rex::Task::from_pid(*pid)) cpu_times.output(CpuTime{*pid, task->utime()});
  return rex::ok;
}
