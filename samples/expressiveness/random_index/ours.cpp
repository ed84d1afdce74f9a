// SPDX-License-Identifier: GPL-2.0-only
// Index by a random number, modulo a count known at run time.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 1> count;
rex::ArrayMap<rex::u32, 16> values;

rex::Result random_index(const rex::Once&) {
  return *values.get(rex::random_u32() % *count.get(0));
}
