// SPDX-License-Identifier: GPL-2.0-only
// Levenshtein: kitten and sitting.
// expect: value 3
#include <rex/rex.hpp>

template <rex::usize N>
static rex::usize distance(const rex::Text<N>& a, const rex::Text<N>& b) {
  rex::Array<rex::usize, N + 1> row{};
  for (rex::usize j = 0; j <= b.size(); ++j) row[j] = j;
  for (rex::usize i = 0; i < a.size(); ++i) {
    rex::usize diagonal = row[0];
    row[0] = i + 1;
    for (rex::usize j = 0; j < b.size(); ++j) {
      const rex::usize above = row[j + 1];
      row[j + 1] = rex::min(rex::min(above, row[j]) + 1, diagonal + (a[i] == b[j] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[b.size()];
}

rex::Result edit_distance(const rex::Once&) {
  return distance(rex::Text<8>{"kitten"}, rex::Text<8>{"sitting"});
}
