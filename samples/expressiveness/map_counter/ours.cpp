// SPDX-License-Identifier: GPL-2.0-only
// A loop that counts in a map.
// As in https://github.com/bpftrace/bpftrace/issues/4767
#include <rex/rex.hpp>

rex::HashMap<rex::u32, rex::u64, 8> counters;

rex::Result map_counter(const rex::Once&) {
  counters.set(0, 0);
  while (*counters.get(0) < 1024) counters.cell(0)->add(1);
  return static_cast<rex::i64>(*counters.get(0));
}
