// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::Once o;  // expect: context
};

rex::Result program(const rex::Once&) { return 0; }
