// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Base {
  rex::u32 there() const;  // expect: undefined-function
};
struct Derived : Base {};

rex::Result program(const rex::Once&) {
  const Derived derived{};
  if (derived.there() > 1) return 1;
  return 0;
}
