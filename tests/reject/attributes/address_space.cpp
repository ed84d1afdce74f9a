// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(int [[clang::address_space(1)]] x) { return x; }  // expect: attribute

rex::Result program(const rex::Once&) { return 0; }
