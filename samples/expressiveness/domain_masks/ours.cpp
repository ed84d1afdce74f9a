// SPDX-License-Identifier: GPL-2.0-only
// The CPU mask of a domain whose number comes from a map.
// As in https://github.com/sched-ext/scx/issues/810
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 4> cpu_to_domain;
rex::ArrayMap<rex::u64, 32> masks;  // eight words for each domain

rex::Result domain_masks(const rex::Once&) {
  const rex::u32 domain = *cpu_to_domain.get(3);
  rex::i64 sum = 0;
  for (rex::u32 word = 0; word < 8; ++word)
    sum += static_cast<rex::i64>(*masks.get(domain * 8 + word) & 21);
  return sum;
}
