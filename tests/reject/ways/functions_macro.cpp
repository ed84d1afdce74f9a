// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define VIRTUAL virtual

struct Shape {
  VIRTUAL rex::u32 sides() const { return 4; }  // expect: virtual
};

rex::Result program(const rex::Once&) {
  const Shape shape{};
  if (shape.sides() > 4) return 1;
  return 0;
}
