// SPDX-License-Identifier: GPL-2.0-only
// The common helpers, 64 times each.
#include <rex/rex.hpp>

using Probe = rex::Fentry<"write_null">;

rex::StackTraceMap<16, 1024> stacks;

/// What was read has a use.
rex::Atomic<rex::u64> total;

template <class Operation>
static rex::Result repeat(Operation operation) {
  rex::u64 sum = 0;
  for (rex::u32 i = 0; i < 64; ++i) sum += operation(i);
  total.add(sum);
  return rex::ok;
}

rex::Result helper_base(const Probe&) {
  total.add(1);
  return rex::ok;
}
rex::Result ktime(const Probe&) {
  return repeat([](rex::u32) { return rex::clock::monotonic(); });
}
rex::Result ktime_coarse(const Probe&) {
  return repeat([](rex::u32) { return rex::clock::coarse(); });
}
rex::Result jiffies(const Probe&) {
  return repeat([](rex::u32) { return rex::clock::jiffies(); });
}
// Cannot change before the program ends: the compiler reads it once for all 64.
rex::Result cpu_id(const Probe&) {
  return repeat([](rex::u32) { return rex::cpu::id(); });
}
rex::Result random(const Probe&) {
  return repeat([](rex::u32) { return rex::random_u32(); });
}
rex::Result current_pid(const Probe&) {
  return repeat([](rex::u32) { return static_cast<rex::u32>(rex::Task::current().pid()); });
}
rex::Result current_comm(const Probe&) {
  return repeat([](rex::u32) { return rex::Task::current().comm().size(); });
}
rex::Result task_utime(const Probe&) {
  return repeat([](rex::u32) { return rex::Task::current().utime(); });
}
rex::Result read_kernel(const Probe&) {
  const auto mm = rex::Task::current().field<rex::u64, "mm">();
  return repeat([mm](rex::u32) { return rex::memory::read_kernel<rex::u64>(mm).value_or(0); });
}
rex::Result kernel_stack(const Probe&) {
  return repeat([](rex::u32) {
    const auto id = stacks.kernel_stack();
    return id ? *id : 0U;
  });
}
