// SPDX-License-Identifier: GPL-2.0-only
// Programs at tracepoints, by the fields of their records.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 1024> seen;
rex::Queue<rex::Array<char, 64>, 64> names;

static bool is_test() { return rex::Task::current().comm() == rex::Text{"kernel_tests"}; }

template <rex::usize Size>
static void push_name(const rex::Text<Size>& name) {
  rex::Array<char, 64> bytes{};
  for (rex::usize i = 0; i < name.size() && i < bytes.size(); ++i) bytes[i] = name[i];
  names.push(bytes);
}

using Switch =
    rex::Tracepoint<"sched:sched_switch", rex::TraceField<"prev_comm", rex::Text<16>>,
                    rex::TraceField<"prev_pid", rex::i32>, rex::TraceField<"next_pid", rex::i32>>;
// Interrupts off, run-queue lock held.
rex::Result on_switch(const Switch& event) {
  if (!(event.get<"prev_comm">() == rex::Text{"kernel_tests"})) return rex::ok;
  seen.push(event.get<"prev_pid">());
  if (event.get<"next_pid">() == event.get<"prev_pid">()) seen.push(-1);
  return rex::ok;
}

// The text's address is the process's.
using Open = rex::Tracepoint<"syscalls:sys_enter_openat", rex::TraceField<"filename", rex::u64>,
                             rex::TraceField<"__syscall_nr", rex::i32>>;
rex::Result on_open(const Open& event) {
  if (!is_test()) return rex::ok;
  seen.push(event.get<"__syscall_nr">());
  if (const auto name = rex::memory::read_user_text<63>(event.get<"filename">())) push_name(*name);
  return rex::ok;
}

// Text of any length, at the record's end.
using Exec = rex::Tracepoint<"sched:sched_process_exec", rex::TraceField<"filename", rex::Text<64>>,
                             rex::TraceField<"common_pid", rex::i32>>;
rex::Result on_exec(const Exec& event) {
  push_name(event.get<"filename">());
  seen.push(event.get<"common_pid">());
  return rex::ok;
}

using ShortExec =
    rex::Tracepoint<"sched:sched_process_exec", rex::TraceField<"filename", rex::Text<4>>>;
rex::Result on_exec_short(const ShortExec& event) {
  push_name(event.get<"filename">());
  return rex::ok;
}

using Allocation =
    rex::Tracepoint<"kmem:kmalloc", rex::TraceField<"bytes_req", rex::u64>,
                    rex::TraceField<"bytes_alloc", rex::u64>, rex::TraceField<"ptr", rex::u64>>;
rex::Result on_allocation(const Allocation& event) {
  if (!is_test()) return rex::ok;
  if (event.get<"bytes_alloc">() >= event.get<"bytes_req">() && event.get<"ptr">() != 0)
    seen.push(1);
  else
    seen.push(0);
  return rex::ok;
}

using AnyCall = rex::Tracepoint<"raw_syscalls:sys_enter", rex::TraceField<"id", rex::i64>,
                                rex::TraceField<"args", rex::Array<rex::u64, 6>>>;
rex::Result on_any_call(const AnyCall& event) {
  if (event.get<"id">() == 33 && is_test()) {  // dup2
    const auto arguments = event.get<"args">();
    seen.push(static_cast<rex::i32>(arguments[0]));
    seen.push(static_cast<rex::i32>(arguments[1]));
  }
  return rex::ok;
}

using Misspelt = rex::Tracepoint<"sched:sched_switch", rex::TraceField<"previous_pid", rex::i32>>;
rex::Result misspelt(const Misspelt&) { return rex::ok; }

using WrongSize = rex::Tracepoint<"sched:sched_switch", rex::TraceField<"prev_pid", rex::i64>>;
rex::Result wrong_size(const WrongSize&) { return rex::ok; }

using WrongSign = rex::Tracepoint<"sched:sched_switch", rex::TraceField<"prev_pid", rex::u32>>;
rex::Result wrong_sign(const WrongSign&) { return rex::ok; }

using NoText = rex::Tracepoint<"sched:sched_switch", rex::TraceField<"prev_pid", rex::Text<4>>>;
rex::Result no_text(const NoText&) { return rex::ok; }

using WrongArray =
    rex::Tracepoint<"raw_syscalls:sys_enter", rex::TraceField<"args", rex::Array<rex::u32, 12>>>;
rex::Result wrong_array(const WrongArray&) { return rex::ok; }

rex::Result no_fields(const rex::Tracepoint<"sched:sched_process_exec">&) {
  seen.push(1);
  return rex::ok;
}

rex::Result panics(const rex::Tracepoint<"sched:sched_process_exec">&) {
  rex::panic("at a tracepoint");
}
