// SPDX-License-Identifier: GPL-2.0-only
// A program for each hook that the runtime registers directly.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 1024> seen;

rex::Result at_entry(const rex::Kprobe<"write_null">& probe) {
  seen.push(static_cast<rex::i32>(probe.argument<2>()));  // the count of write()
  return rex::ok;
}

rex::Result at_return(const rex::Kretprobe<"write_null">& probe) {
  seen.push(static_cast<rex::i32>(probe.return_value()));
  return rex::ok;
}

rex::Result wrong_types(const rex::Fentry<"write_null", rex::u32>&) { return rex::ok; }

rex::Result too_many(
    const rex::Fentry<"write_null", rex::u64, rex::u64, rex::u64, rex::u64, rex::u64>&) {
  return rex::ok;
}

// Interrupts off, run-queue lock held.
rex::Result on_switch(const rex::RawTracepoint<"sched_switch", bool, rex::Task, rex::Task>& event) {
  const auto next = event.argument<2>();
  if (next && next->utime() > 0) seen.push(1);
  return rex::ok;
}

rex::Result spin_on_switch(const rex::RawTracepoint<"sched_switch">&) {
  rex::u32 value = 1;
  while (true) value = value * 3 + 1;
}

rex::Result not_a_task(const rex::RawTracepoint<"sched_switch", rex::Task>&) { return rex::ok; }

// sys_enter(struct pt_regs *, long id)
rex::Result on_system_call(const rex::RawTracepoint<"sys_enter", rex::u64, rex::i64>& call) {
  if (call.argument<1>() == 39) seen.push(39);  // getpid
  return rex::ok;
}

rex::Result sample(const rex::PerfEvent<"cpu-clock/1000000">& event) {
  seen.push(event.in_user_mode() ? 1 : 0);
  return rex::ok;
}

rex::Result spin_in_sample(const rex::PerfEvent<"cpu-clock/1000000">&) {
  rex::u32 value = 1;
  while (true) value = value * 3 + 1;
}
