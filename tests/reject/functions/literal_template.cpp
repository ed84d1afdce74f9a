// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <char... C>
int operator""_k() { return sizeof...(C); }  // expect: literal
static int f() { return 12_k; }

rex::Result program(const rex::Once&) { return 0; }
