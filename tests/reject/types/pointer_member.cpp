// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int* p{};  // expect: pointer
};

rex::Result program(const rex::Once&) { return 0; }
