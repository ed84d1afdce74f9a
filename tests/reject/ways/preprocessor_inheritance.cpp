// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Base {
  rex::u32 value = 0;
};
#define private public  // expect: macro
struct Derived : Base {};

rex::Result program(const rex::Once&) {
  const Derived derived{};
  if (derived.value > 1) return 1;
  return 0;
}
