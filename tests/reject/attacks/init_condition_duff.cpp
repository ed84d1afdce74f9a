// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once& c) {
  switch (rex::random_u32() & 1) {
    case 0:
      if (int x = 1; x) {
        case 1: return x;  // expect: compiler
      }
  }
  return 0;
}
