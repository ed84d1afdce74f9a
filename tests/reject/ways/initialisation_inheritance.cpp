// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Base {
  rex::u32 value;
};
struct Derived : Base {
  rex::u32 more = 0;
};

rex::Result program(const rex::Once&) {
  Derived derived;  // expect: init
  if (derived.more > 1) return 1;
  return 0;
}
