// SPDX-License-Identifier: GPL-2.0-only
// The newest entries of an overwritable ring, from a position in a map.
// As in https://github.com/inspektor-gadget/inspektor-gadget/pull/1464
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 1> position;
rex::ArrayMap<rex::u32, 1000> ring;

rex::Result ring_walk(const rex::Once&) {
  rex::i64 sum = 0;
  for (rex::u32 i = 1; i <= 16; ++i) sum += *ring.get((*position.get(0) - i) % ring.capacity());
  return sum;
}
