// SPDX-License-Identifier: GPL-2.0-only
// Other programs in the same file.
// expect: value 2
#include <rex/rex.hpp>

rex::Atomic<rex::u64> writes;

static rex::Result count(const rex::KprobeContext&) {
  writes.add(1);
  return rex::ok;
}

rex::Result on_write(const rex::Kprobe<"write_null">& probe) { return count(probe); }
rex::Result on_read(const rex::Kprobe<"read_null">& probe) { return count(probe); }

rex::Result several_programs(const rex::Once&) { return writes.load() + 2; }
