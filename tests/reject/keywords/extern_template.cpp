// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A {};
extern template struct A<int>;  // expect: extern

rex::Result program(const rex::Once&) { return 0; }
