// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Base {
  rex::u32 value = 0;
};
struct [[gnu::packed]] Derived : Base {  // expect: attribute
  rex::u8 more = 0;
};

rex::Result program(const rex::Once&) {
  const Derived derived{};
  if (derived.more > 1) return 1;
  return 0;
}
