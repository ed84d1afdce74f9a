// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
inline T shared = T{};  // expect: global
static int f() { return shared<int>; }

rex::Result program(const rex::Once&) { return 0; }
