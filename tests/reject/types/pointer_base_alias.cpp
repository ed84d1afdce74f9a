// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
using Ptr = T*;
static int f(Ptr<int> p) { return *p; }  // expect: pointer

rex::Result program(const rex::Once&) { return 0; }
