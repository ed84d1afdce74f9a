// SPDX-License-Identifier: GPL-2.0-only
// Subtract weights until one is larger than what is left.
// As in https://github.com/sched-ext/scx/pull/571
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 500> weights;
rex::ArrayMap<rex::u32, 1> left;

rex::Result weighted_pick(const rex::Once&) {
  rex::u32 rest = *left.get(0);
  rex::u32 i = 0;
  while (*weights.get(i) <= rest) rest -= *weights.get(i++);
  return i;
}
