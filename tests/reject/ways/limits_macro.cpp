// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define BUFFER(name) rex::Array<rex::u8, 8192> name{}

rex::Result program(const rex::Once&) {
  BUFFER(big);  // expect: object-size
  big[1] = 1;
  return 0;
}
