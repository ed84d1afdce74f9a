// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

union Either {  // expect: union
  rex::u32 number = 0;
  rex::u8 byte;
};
struct Derived {
  Either either{};
};
struct More : Derived {};

rex::Result program(const rex::Once&) {
  const More more{};
  if (more.either.number > 1) return 1;
  return 0;
}
