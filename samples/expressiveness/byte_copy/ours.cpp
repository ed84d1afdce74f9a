// SPDX-License-Identifier: GPL-2.0-only
// Copy byte by byte, by a length.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 1> length;
rex::ArrayMap<rex::u8, 64> from;

rex::Result byte_copy(const rex::Once&) {
  rex::Array<rex::u8, 64> to{};
  for (rex::u32 i = 0; i < *length.get(0); ++i) to[i] = *from.get(i);
  return rex::sum(to, rex::i64{0});
}
