// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once& c) {
  switch (rex::random_u32() & 1) {
    case 0:
      for (int i = 0; i < 3; ++i) {
        case 1: ++i;  // expect: compiler
      }
  }
  return 0;
}
