// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
[[gnu::naked]] void f(T) {}  // expect: attribute

rex::Result program(const rex::Once&) { return 0; }
