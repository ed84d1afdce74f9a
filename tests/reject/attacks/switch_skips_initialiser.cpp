// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  switch (1) {
    int x = 1;
    case 1:  // expect: compiler
      return x;
  }
  return 0;
}
