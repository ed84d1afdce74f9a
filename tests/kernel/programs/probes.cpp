// SPDX-License-Identifier: GPL-2.0-only
// Programs for the contexts that a kprobe can be in.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 1024> runs;

rex::Result count(const rex::Kprobe<"write_null">&) {
  runs.push(1);
  return rex::ok;
}

rex::Result count_anywhere(const rex::Kprobe<"">&) {
  runs.push(1);
  return rex::ok;
}

rex::Result panic_anywhere(const rex::Kprobe<"">&) { rex::panic("in a probe"); }

rex::Result spin_anywhere(const rex::Kprobe<"">&) {
  rex::u32 value = 1;
  while (true) value = value * 3 + 1;
  return value;
}
