// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once& c) {
  rex::Array<int, 3> a{};
  switch (rex::random_u32() & 1) {
    case 0:
      for (int& x : a) {
        case 1: return x;  // expect: compiler
      }
  }
  return 0;
}
