// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int i = 0;
  again:  // expect: construct
  if (++i < 3) goto again;  // expect: goto
  return i;
}
