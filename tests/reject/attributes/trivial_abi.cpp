// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct [[clang::trivial_abi]] A {  // expect: attribute
  int x = 0;
};

rex::Result program(const rex::Once&) { return 0; }
