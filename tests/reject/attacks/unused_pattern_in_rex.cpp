// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
T rex::extra(T x) { return x; }  // expect: compiler

rex::Result program(const rex::Once&) { return 0; }
