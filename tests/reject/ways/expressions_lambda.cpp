// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Base {
  rex::u32 value = 0;
};
struct Derived : Base {
  rex::u32 more = 0;
};

rex::Result program(const rex::Once&) {
  const auto down = [](const auto& base) { return static_cast<const Derived&>(base).more; };  // expect: cast
  const Base base{};
  if (down(base) > 1) return 1;
  return 0;
}
