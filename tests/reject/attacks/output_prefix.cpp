// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::LpmTrieMap<rex::u8, rex::u32, 16> trie;  // expect: wire
rex::RingBuf<4096> events;

rex::Result program(const rex::Once&) {
  decltype(trie)::Prefix p{8, 1};
  return events.output(p) ? 0 : 1;  // expect: wire
}
