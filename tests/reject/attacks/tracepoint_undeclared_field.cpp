// SPDX-License-Identifier: GPL-2.0-only
// A field that was not compared with the kernel's.
#include <rex/rex.hpp>

using Switch = rex::Tracepoint<"sched:sched_switch", rex::TraceField<"prev_pid", rex::i32>>;

rex::Result program(const Switch& event) {
  return event.get<"next_pid">();  // expect: compiler
}
