// SPDX-License-Identifier: GPL-2.0-only
// What `rex run --watch` runs.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u64, 1> counts;

rex::Result at_kprobe(const rex::Kprobe<"write_null">&) {
  counts.cell(0)->add(1);
  return rex::ok;
}
