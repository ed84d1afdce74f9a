// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Result f() { return 1; }

rex::Result program(const rex::Once&) {
  [[clang::musttail]] return f();  // expect: attribute
}
