// SPDX-License-Identifier: GPL-2.0-only
// expect: value 38
// References to temporaries that the language keeps alive.
#include <rex/rex.hpp>

struct Point {
  int x = 1;
  int y = 2;
};

static Point make() { return {}; }
static rex::Option<rex::Array<int, 2>> two() { return rex::Array<int, 2>{4, 5}; }

rex::Result program(const rex::Once&) {
  Point p{.x = 3};
  const bool odd = p.x % 2 == 1;
  const int& nested = odd ? (odd ? p.x : p.x + 1) : p.y;  // 3
  const int& member = (odd ? p : Point{}).y;              // 2
  const rex::i64& wide = odd ? rex::i64{6} : p.x;         // 6
  const int& last = (p.x = 9, make().y);                  // 2
  const auto& [x, y] = odd ? make() : p;                  // 1, 2
  rex::Array<int, 2> kept{7, 6};
  auto&& moved = odd ? rex::move(kept) : rex::Array<int, 2>{0, 0};  // 13
  int sum = 0;
  for (int& each : *two()) sum += each;  // 9
  return nested + member + static_cast<int>(wide) + last + x + y + moved[0] + moved[1] + sum;
}
