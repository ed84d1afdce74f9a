// SPDX-License-Identifier: GPL-2.0-only
// Copy n bytes at once, n known at run time, at most 2,048.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 1> length;
rex::ArrayMap<rex::u8, 2048> from;

rex::Result copy_n(const rex::Once&) {
  rex::Array<rex::u8, 2048> to{};
  const rex::u32 n = *length.get(0);
  if (n > to.size()) return -1;
  for (rex::u32 i = 0; i < n; ++i) to[i] = *from.get(i);
  return rex::sum(to, rex::i64{0});
}
