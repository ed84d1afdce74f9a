// SPDX-License-Identifier: GPL-2.0-only
// Where threads wait, and for how long; loader.cpp is the other half.
#include <rex/rex.hpp>

struct Wait {
  rex::Text<16> comm;
  rex::u32 stack;
  rex::u32 reserved;
};

struct Left {     // the processor
  rex::u64 time;  // nanoseconds
  Wait wait;
};

rex::StackTraceMap<32, 4096> stacks;
rex::LruHashMap<rex::i32, Left, 4096> waiting;  // by thread
rex::HashMap<Wait, rex::u64, 4096> waited;      // nanoseconds

using Switch = rex::RawTracepoint<"sched_switch", bool, rex::Task, rex::Task>;

rex::Result off_cpu(const Switch& event) {
  const auto from = event.argument<1>(), to = event.argument<2>();
  if (!from || !to) return rex::ok;
  const rex::u64 now = rex::clock::monotonic();
  if (from->pid() != 0) {
    const auto stack = stacks.kernel_stack();
    waiting.set(from->pid(), Left{now, {from->comm(), stack.value_or(0), 0}});
  }
  if (const auto left = waiting.get(to->pid())) {
    waiting.remove(to->pid());
    waited.insert(left->wait, 0);
    if (const auto total = waited.cell(left->wait)) total->add(now - left->time);
  }
  return rex::ok;
}
