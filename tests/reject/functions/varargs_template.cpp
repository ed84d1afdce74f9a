// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
int f(T x, ...) { return x; }  // expect: varargs
static int g() { return f(1); }

rex::Result program(const rex::Once&) { return 0; }
