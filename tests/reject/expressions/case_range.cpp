// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  switch (3) {
    case 1 ... 5:  // expect: construct
      return 1;
  }
  return 0;
}
