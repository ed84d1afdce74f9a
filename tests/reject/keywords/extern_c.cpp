// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

extern "C" int f(int x) { return x; }  // expect: extern

rex::Result program(const rex::Once&) { return 0; }
