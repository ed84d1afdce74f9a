// SPDX-License-Identifier: GPL-2.0-only
// Static polymorphism.
// expect: value 28
#include <rex/rex.hpp>

template <class Derived>
struct Shape {
  rex::u32 doubled(this const Derived& self) { return 2 * self.area(); }
};

struct Square : Shape<Square> {
  rex::u32 side = 3;
  rex::u32 area() const { return side * side; }
};

struct Strip : Shape<Strip> {
  rex::u32 length = 5;
  rex::u32 area() const { return length; }
};

rex::Result crtp(const rex::Once&) { return Square{}.doubled() + Strip{}.doubled(); }
