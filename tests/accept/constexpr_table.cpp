// SPDX-License-Identifier: GPL-2.0-only
// A table computed by the compiler.
// expect: value 55
#include <rex/rex.hpp>

static constexpr auto make_table() {
  rex::Array<rex::u32, 11> table{};
  table[0] = 0;
  table[1] = 1;
  for (rex::usize i = 2; i < table.size(); ++i) table[i] = table[i - 1] + table[i - 2];
  return table;
}

static constexpr auto table = make_table();
static_assert(table[7] == 13);

rex::Result constexpr_table(const rex::Once&) { return table[10]; }
