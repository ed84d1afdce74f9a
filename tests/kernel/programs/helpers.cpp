// SPDX-License-Identifier: GPL-2.0-only
// What programs can ask the kernel.  One result for each question, which the test compares with
// what user space sees.
#include <rex/rex.hpp>

rex::Queue<rex::u64, 16> input;
rex::StackTraceMap<32, 64> stacks;
rex::PerfEventArray perf_events;
rex::RingBuf<4096> texts;

using Name = rex::Text<16>;

static rex::u64 next() { return *input.pop(); }

static rex::i64 answer(rex::u64 value) { return static_cast<rex::i64>(value); }

rex::Result clock_monotonic(const rex::Once&) { return answer(rex::clock::monotonic()); }

rex::Result clock_boot(const rex::Once&) { return answer(rex::clock::boot()); }

rex::Result clock_real(const rex::Once&) { return answer(rex::clock::real()); }

rex::Result clock_tai(const rex::Once&) { return answer(rex::clock::tai()); }

rex::Result clock_jiffies(const rex::Once&) { return answer(rex::clock::jiffies()); }

rex::Result clock_coarse(const rex::Once&) { return answer(rex::clock::coarse()); }

rex::Result cpu_id(const rex::Once&) { return rex::cpu::id(); }

rex::Result numa_node(const rex::Once&) { return rex::cpu::numa_node(); }

rex::Result random(const rex::Once&) { return rex::random_u32(); }

rex::Result task_pid(const rex::Once&) { return rex::Task::current().pid(); }

rex::Result task_tgid(const rex::Once&) { return rex::Task::current().tgid(); }

rex::Result task_uid(const rex::Once&) { return rex::Task::current().uid(); }

rex::Result task_euid(const rex::Once&) { return rex::Task::current().euid(); }

rex::Result task_gid(const rex::Once&) { return rex::Task::current().gid(); }

rex::Result task_parent(const rex::Once&) { return rex::Task::current().parent().tgid(); }

rex::Result task_group_leader(const rex::Once&) {
  const auto task = rex::Task::current();
  return task.group_leader().pid() == task.tgid() ? 1 : 0;
}

rex::Result task_start_boottime(const rex::Once&) {
  return answer(rex::Task::current().start_boottime());
}

rex::Result task_start_time(const rex::Once&) { return answer(rex::Task::current().start_time()); }

rex::Result task_utime(const rex::Once&) { return answer(rex::Task::current().utime()); }

rex::Result task_stime(const rex::Once&) { return answer(rex::Task::current().stime()); }

rex::Result task_priority(const rex::Once&) { return rex::Task::current().priority(); }

rex::Result task_cgroup(const rex::Once&) { return answer(rex::Task::current().cgroup_id()); }

// The system call that runs the program is ioctl(descriptor, ...).
rex::Result task_system_call(const rex::Once&) {
  const auto registers = rex::Task::current().registers();
  return registers ? answer(registers->system_call()) : -1;
}

rex::Result task_first_argument(const rex::Once&) {
  return answer(rex::Task::current().registers()->argument<1>());
}

rex::Result task_stack_pointer(const rex::Once&) {
  return answer(rex::Task::current().registers()->stack_pointer());
}

rex::Result task_no_registers(const rex::Once&) {
  return -static_cast<rex::i64>(rex::Task::from_pid(2)->registers().error());
}

rex::Result task_comm(const rex::Once&) {
  texts.output(rex::Task::current().comm());
  return rex::ok;
}

rex::Result task_is_current(const rex::Once&) {
  const auto task = rex::Task::from_pid(static_cast<rex::i32>(next()));
  return task && *task == rex::Task::current() ? 1 : 0;
}

// pid 2, kthreadd, is the first thread of the kernel; this process is none.
rex::Result task_kernel_threads(const rex::Once&) {
  const auto kthreadd = rex::Task::from_pid(2);
  return kthreadd->is_kernel_thread() && !rex::Task::current().is_kernel_thread() ? 1 : 0;
}

rex::Result task_count(const rex::Once&) {
  rex::i64 count = 0;
  for (const auto task : rex::Processes{})
    if (task.pid() > 0) ++count;
  return count;
}

rex::Result read_kernel(const rex::Once&) {
  const auto value = rex::memory::read_kernel<rex::u64>(next());
  return value ? 1 : -static_cast<rex::i64>(value.error());
}

rex::Result read_user(const rex::Once&) {
  const auto value = rex::memory::read_user<rex::u64>(next());
  return value ? answer(*value) : -static_cast<rex::i64>(value.error());
}

rex::Result read_user_text(const rex::Once&) {
  const auto text = rex::memory::read_user_text<8>(next());
  if (!text) return -static_cast<rex::i64>(text.error());
  texts.output(*text);
  return answer(text->size());
}

rex::Result kernel_stack(const rex::Once&) {
  const auto id = stacks.kernel_stack();
  return id ? static_cast<rex::i64>(*id) : -static_cast<rex::i64>(id.error());
}

rex::Result user_stack(const rex::Once&) {
  const auto id = stacks.user_stack();
  return id ? static_cast<rex::i64>(*id) : -static_cast<rex::i64>(id.error());
}

rex::Result perf_output(const rex::Once&) {
  return static_cast<rex::i64>(perf_events.output(next()).error());
}

rex::Result perf_read(const rex::Once&) {
  const auto counter = perf_events.read(rex::cpu::id());
  return counter ? answer(counter->value) : -static_cast<rex::i64>(counter.error());
}
