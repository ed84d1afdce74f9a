// SPDX-License-Identifier: GPL-2.0-only
// A list of 128 K nodes, linked by index.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 131073> next;

rex::Result index_list(const rex::Once&) {
  rex::i64 length = 0;
  for (rex::u32 node = *next.get(0); node != 0; node = *next.get(node)) ++length;
  return length;
}
