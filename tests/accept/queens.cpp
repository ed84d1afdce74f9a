// SPDX-License-Identifier: GPL-2.0-only
// Solutions of the eight queens.
// expect: value 92
#include <rex/rex.hpp>

struct Board {
  rex::Array<rex::u8, 8> column{};

  bool free(rex::usize row, rex::u8 at) const {
    for (rex::usize i = 0; i < row; ++i) {
      const rex::i32 distance = rex::narrow<rex::i32>(row - i);
      if (column[i] == at || rex::magnitude(column[i] - at) == static_cast<rex::u32>(distance))
        return false;
    }
    return true;
  }

  rex::u32 solve(rex::usize row) {
    if (row == 8) return 1;
    rex::u32 found = 0;
    for (rex::u8 at = 0; at < 8; ++at)
      if (free(row, at)) {
        column[row] = at;
        found += solve(row + 1);
      }
    return found;
  }
};

rex::Result queens(const rex::Once&) {
  Board board{};
  return board.solve(0);
}
