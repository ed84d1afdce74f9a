// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<int, 4> a;
rex::Queue<int, 4> b = a;  // expect: compiler

rex::Result program(const rex::Once&) { return 0; }
