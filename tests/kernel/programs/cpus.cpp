// SPDX-License-Identifier: GPL-2.0-only
// What is counted on each CPU.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u64, 64> renames;
rex::ArrayMap<rex::u64, 64> samples;

rex::Result on_rename(const rex::Tracepoint<"task:task_rename">&) {
  if (auto cell = renames.cell(rex::cpu::id())) cell->add(1);
  return rex::ok;
}
rex::Result on_sample(const rex::PerfEvent<"cpu-clock/1000000">&) {
  if (auto cell = samples.cell(rex::cpu::id())) cell->add(1);
  return rex::ok;
}
