// SPDX-License-Identifier: GPL-2.0-only
// A state machine whose next state comes out of its table.
// As in https://github.com/parttimenerd/ebpf-verifier-errors/issues/6
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 6> letters;

rex::Result automaton(const rex::Once&) {
  const rex::Array<rex::Array<rex::i32, 4>, 4> next{{
      {1, -1, -1, -1},
      {-1, 2, -1, -1},
      {-1, -1, 3, -1},
      {-1, -1, -1, 0},
  }};
  rex::i32 state = 0;
  for (rex::u32 i = 0; i < letters.capacity() && state >= 0; ++i)
    state = next[rex::narrow<rex::u32>(state)][*letters.get(i)];
  return state;
}
