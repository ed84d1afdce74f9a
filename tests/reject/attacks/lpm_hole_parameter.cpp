// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static bool put(rex::LpmTrieMap<T, rex::u8, 4>& m, T v) { return static_cast<bool>(m.set({8, v}, 1)); }
rex::LpmTrieMap<rex::u16, rex::u8, 4> trie;  // expect: wire

rex::Result program(const rex::Once&) {
  return put(trie, rex::u16{3}) ? 0 : 1;
}
