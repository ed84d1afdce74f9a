// SPDX-License-Identifier: GPL-2.0-only
// Every value of an enum.
// expect: value 7
#include <rex/rex.hpp>

enum class Shape : rex::u8 { circle, square, triangle };

static rex::u32 corners(Shape shape) {
  switch (shape) {
    case Shape::circle: return 0;
    case Shape::square: return 4;
    case Shape::triangle: return 3;
  }
  return 100;
}

rex::Result enum_switch(const rex::Once&) {
  using enum Shape;
  return corners(circle) + corners(square) + corners(triangle);
}
