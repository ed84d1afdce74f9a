// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Base {
  rex::u32 value = 0;
};
struct Derived : Base {
  rex::u64 name() const { return typeid(*this).hash_code(); }  // expect: rtti
};

rex::Result program(const rex::Once&) {
  const Derived derived{};
  if (derived.name() > 1) return 1;
  return 0;
}
