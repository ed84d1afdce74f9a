// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const char* s = "abc";  // expect: pointer
  return 0;
}
