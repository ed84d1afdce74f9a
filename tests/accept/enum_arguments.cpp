// SPDX-License-Identifier: GPL-2.0-only
// expect: value 213
// Enumerators as template arguments, and as parts of one.
#include <rex/rex.hpp>

enum class Side : rex::u8 { left = 1, right = 2 };

struct Style {
  Side side;
  int width;
};

template <Side S = Side::left>
static int number() {
  return rex::to_underlying(S);
}

template <Style S = Style{Side::left, 3}>
static int width() {
  return 10 * rex::to_underlying(S.side) + S.width;
}

template <Side... All>
static int last() {
  return rex::to_underlying(All...[sizeof...(All) - 1]);
}

rex::Result program(const rex::Once&) {
  if (number() != 1 || last<Side::right, Side::left>() != 1) return 0;
  return 100 * number<Side::right>() + width();
}
