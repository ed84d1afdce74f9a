// SPDX-License-Identifier: GPL-2.0-only
// Members that build on earlier ones.
// expect: value 30
#include <rex/rex.hpp>

class Rectangle {
 public:
  Rectangle(rex::u32 width, rex::u32 height)
      : width_{width}, height_{height}, area_{width_ * height_} {}
  explicit Rectangle(rex::u32 side) : Rectangle{side, side} {}
  rex::u32 area() const { return area_; }

 private:
  rex::u32 width_;
  rex::u32 height_;
  rex::u32 area_;
};

struct Defaults {
  rex::u32 base = 2;
  rex::u32 doubled = base * 2;
  rex::u32 sum = base + doubled;
};

rex::Result constructors(const rex::Once&) {
  return Rectangle{4, 5}.area() + Rectangle{2}.area() + Defaults{}.sum;
}
