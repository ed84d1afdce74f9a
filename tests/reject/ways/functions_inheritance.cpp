// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Shape {
  rex::u32 value = 0;
};
struct Square : virtual Shape {};  // expect: virtual

rex::Result program(const rex::Once&) {
  const Square square{};
  if (square.value > 4) return 1;
  return 0;
}
