// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
rex::Queue<T, 4> queue;  // expect: map-scope
static bool f() { return static_cast<bool>(queue<int>.push(1)); }

rex::Result program(const rex::Once&) { return 0; }
