// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
T counter = 0;  // expect: global
static int f() { return ++counter<int>; }

rex::Result program(const rex::Once&) { return 0; }
