// SPDX-License-Identifier: GPL-2.0-only
// Walk a circular list to its head.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 64> next;

rex::Result circular_list(const rex::Once&) {
  rex::i64 length = 0;
  rex::u32 node = 0;
  do {
    node = *next.get(node);
    ++length;
  } while (node != 0);
  return length;
}
