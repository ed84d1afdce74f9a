// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::LpmTrieMap<rex::Mac, rex::u32, 16> trie;  // expect: wire

rex::Result program(const rex::Once&) {
  return 0;
}
