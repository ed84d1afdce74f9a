// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result a234567890123456789012345678901234567890123456789012345678901234(const rex::Once&) {  // expect: program-name
  return 0;
}

rex::Result program(const rex::Once&) { return 0; }
