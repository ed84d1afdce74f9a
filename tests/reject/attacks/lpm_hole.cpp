// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::LpmTrieMap<rex::u8, rex::u32, 16> trie;  // expect: wire

rex::Result program(const rex::Once&) {
  return trie.set({8, 1}, 2) ? 0 : 1;
}
