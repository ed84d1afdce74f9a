// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int _Z7programRKN3rex4OnceE = 0;  // expect: reserved-name

rex::Result program(const rex::Once&) {
  return 0;
}
