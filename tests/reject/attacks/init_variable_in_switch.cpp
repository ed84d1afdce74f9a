// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once& c) {
  switch (rex::random_u32() & 1) {
    int x;  // expect: init
    case 0: return 1;
    default: x = 2; return x;
  }
}
