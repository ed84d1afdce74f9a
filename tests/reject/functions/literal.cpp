// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int operator""_k(unsigned long long x) { return 1; }  // expect: literal

rex::Result program(const rex::Once&) { return 0; }
