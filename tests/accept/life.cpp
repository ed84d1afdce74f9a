// SPDX-License-Identifier: GPL-2.0-only
// Conway: a glider after four steps has five cells.
// expect: value 5
#include <rex/rex.hpp>

using Grid = rex::Array<rex::Array<rex::u8, 16>, 16>;

static rex::u32 neighbours(const Grid& grid, rex::usize row, rex::usize column) {
  rex::u32 count = 0;
  for (rex::usize i = 15; i <= 17; ++i)
    for (rex::usize j = 15; j <= 17; ++j)
      if (i != 16 || j != 16) count += grid[(row + i) % 16][(column + j) % 16];
  return count;
}

static Grid step(const Grid& grid) {
  Grid next{};
  for (rex::usize i = 0; i < 16; ++i)
    for (rex::usize j = 0; j < 16; ++j) {
      const rex::u32 near = neighbours(grid, i, j);
      next[i][j] = near == 3 || (near == 2 && grid[i][j] == 1) ? 1 : 0;
    }
  return next;
}

rex::Result life(const rex::Once&) {
  Grid grid{};
  grid[0][1] = grid[1][2] = grid[2][0] = grid[2][1] = grid[2][2] = 1;
  for (int i = 0; i < 4; ++i) grid = step(grid);
  rex::u32 alive = 0;
  for (const auto& row : grid) alive += rex::sum(row, 0u);
  return alive;
}
