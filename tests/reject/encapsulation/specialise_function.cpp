// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <>
int rex::min<int>(int a, int b) { return a + b; }  // expect: specialisation

rex::Result program(const rex::Once&) { return 0; }
