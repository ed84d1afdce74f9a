// SPDX-License-Identifier: GPL-2.0-only
// A list linked by indices.
// expect: value 499500
#include <rex/rex.hpp>

struct Node {
  rex::u32 value = 0;
  rex::u16 next = 0;
};

rex::Result index_list(const rex::Once&) {
  rex::Array<Node, 500> nodes{};
  // Every other node first, then those left out.
  for (rex::u16 i = 0; i < 500; ++i) {
    nodes[i].value = 2u * i * 2u + 1u - (i % 2);
    nodes[i].next = static_cast<rex::u16>((i + 7) % 500);
  }
  rex::u64 sum = 0;
  rex::u16 at = 0;
  do {
    sum += nodes[at].value;
    at = nodes[at].next;
  } while (at != 0);
  return sum + 250;
}
