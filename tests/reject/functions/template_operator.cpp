// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
bool operator+(T a, rex::Option<int> b) { return true; }  // expect: operator
static int f() { return rex::Option<int>{1} + rex::Option<int>{1}; }

rex::Result program(const rex::Once&) { return 0; }
