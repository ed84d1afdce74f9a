// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Half {
  rex::Array<rex::u8, 3000> bytes{};
};
struct Whole : Half {
  rex::Array<rex::u8, 3000> more{};
};

rex::Result program(const rex::Once&) {
  Whole whole{};  // expect: object-size
  whole.more[1] = 1;
  return 0;
}
