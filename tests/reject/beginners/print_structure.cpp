// SPDX-License-Identifier: GPL-2.0-only
// says: the members of a structure one by one
#include <rex/rex.hpp>

struct Point {
  int x;
  int y;
};

rex::Result program(const rex::Once&) {
  const Point point{1, 2};
  rex::print("{}", point);  // expect: compiler
  return 0;
}
