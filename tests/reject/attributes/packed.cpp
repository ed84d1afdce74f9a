// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct [[gnu::packed]] A {  // expect: attribute
  char a = 0;
  int b = 0;
};

rex::Result program(const rex::Once&) { return 0; }
