// SPDX-License-Identifier: GPL-2.0-only
// Compare with the top of a stack, under a check of its depth.
// As in https://github.com/iovisor/bcc/pull/5008
#include <rex/rex.hpp>

rex::ArrayMap<rex::u64, 4> state;  // conditions met, then who met them

rex::Result depth_guard(const rex::Once&) {
  const rex::u32 met = static_cast<rex::u32>(*state.get(0));
  if (met < 1 || met > 3) return -1;
  return static_cast<rex::i64>(*state.get(met));
}
