// SPDX-License-Identifier: GPL-2.0-only
// What a test sets for programs: clocks, processors, chance, memory, tasks, events, packets.
#include <rex/rex.hpp>

rex::HashMap<rex::u32, rex::u64, 2> totals;
rex::PerCpuHashMap<rex::u32, rex::u64, 2> cpu_totals;
rex::ArrayMap<rex::u32, 4> slots;
rex::PerCpuArrayMap<rex::u32, 4> cpu_slots;
rex::LruHashMap<rex::u32, rex::u32, 2> recent;
rex::LpmTrieMap<rex::be32, rex::u32, 4> routes;
rex::Stack<rex::i32, 2> stack;
rex::StackTraceMap<8, 4> stacks;
rex::PerfEventArray events;
rex::RingBuf<4096> texts;
rex::Param<rex::u32> limit{3};
rex::Atomic<rex::u64> seen;

rex::Result monotonic(const rex::Once&) { return static_cast<rex::i64>(rex::clock::monotonic()); }
rex::Result boot(const rex::Once&) { return static_cast<rex::i64>(rex::clock::boot()); }
rex::Result real(const rex::Once&) { return static_cast<rex::i64>(rex::clock::real()); }
rex::Result tai(const rex::Once&) { return static_cast<rex::i64>(rex::clock::tai()); }
rex::Result coarse(const rex::Once&) { return static_cast<rex::i64>(rex::clock::coarse()); }
rex::Result jiffies(const rex::Once&) { return static_cast<rex::i64>(rex::clock::jiffies()); }

rex::Result processor(const rex::Once&) {
  return static_cast<rex::i64>(rex::cpu::numa_node() * 100 + rex::cpu::id());
}

rex::Result chance(const rex::Once&) { return static_cast<rex::i64>(rex::random_u32()); }

rex::Result read_kernel(const rex::Kprobe<"f">& probe) {
  const auto value = rex::memory::read_kernel<rex::u64>(probe.argument<0>());
  return value ? static_cast<rex::i64>(*value) : -static_cast<rex::i64>(value.error());
}

rex::Result read_user_text(const rex::Kprobe<"f">& probe) {
  const auto text = rex::memory::read_user_text<8>(probe.argument<0>());
  if (!text) return -static_cast<rex::i64>(text.error());
  texts.output(*text);
  return static_cast<rex::i64>(text->size());
}

rex::Result current(const rex::Once&) {
  const auto task = rex::Task::current();
  texts.output(task.comm());
  return task.pid() * 1000 + task.parent().pid() * 100 + task.group_leader().pid();
}

rex::Result cgroup(const rex::Once&) {
  return static_cast<rex::i64>(rex::Task::current().cgroup_id());
}

rex::Result system_call(const rex::Once&) {
  const auto registers = rex::Task::current().registers();
  if (!registers) return -static_cast<rex::i64>(registers.error());
  return static_cast<rex::i64>(registers->system_call());
}

rex::Result count(const rex::Once&) {
  auto cell = cpu_slots.cell(1);
  cell->add(1);
  if (!cpu_totals.set(7, *cpu_slots.get(1))) return -1;
  return static_cast<rex::i64>(seen.add(limit));
}

// Removes a value that it still looks at.
rex::Result after_removal(const rex::Once&) {
  if (!totals.set(1, 5)) return -1;
  auto cell = totals.cell(1);
  if (!totals.remove(1)) return -2;
  return static_cast<rex::i64>(cell->add(1));
}

rex::Result fill(const rex::Once&) {
  for (rex::u32 i = 0; i < 2; ++i)
    if (!totals.set(i, i) || !recent.set(i, i)) return -1;
  if (!recent.contains(0)) return -2;  // used last now
  if (!recent.set(2, 2)) return -3;
  return static_cast<rex::i64>(totals.set(2, 2).error());
}

rex::Result route(const rex::Once&) { return routes.get({32, rex::be32{0x0a000102}}).value_or(0); }

rex::Result last(const rex::Once&) { return stack.pop().value_or(-1); }

rex::Result store_stack(const rex::Once&) {
  const auto id = stacks.kernel_stack();
  return id ? static_cast<rex::i64>(*id) : -static_cast<rex::i64>(id.error());
}

rex::Result put_out(const rex::Once&) {
  return static_cast<rex::i64>(events.output(rex::u32{7}).error());
}

rex::Result read_counter(const rex::Once&) {
  const auto counter = events.read(rex::cpu::id());
  return counter ? static_cast<rex::i64>(counter->value) : -static_cast<rex::i64>(counter.error());
}

rex::Result sampled(const rex::PerfEvent<>& event) {
  return static_cast<rex::i64>(event.instruction_pointer() + event.period() +
                               (event.in_user_mode() ? 1000 : 0));
}

using Exec = rex::Tracepoint<"sched:sched_process_exec", rex::TraceField<"filename", rex::Text<16>>,
                             rex::TraceField<"pid", rex::i32>,
                             rex::TraceField<"times", rex::Array<rex::u16, 2>>>;
rex::Result traced(const Exec& event) {
  texts.output(event.get<"filename">());
  return event.get<"pid">() + event.get<"times">()[1];
}

rex::XdpAction filter(const rex::Xdp& packet) {
  const auto ip = packet.read<rex::Ipv4Header>(14);
  const auto udp = packet.read<rex::UdpHeader>(34);
  if (!ip || !udp || udp->destination.value() != 53) return rex::XdpAction::pass;
  return rex::XdpAction::drop;
}
