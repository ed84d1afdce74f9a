// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct A : T {};  // expect: inherit-sdk
static int f(const A<rex::Option<int>>& a) { return sizeof(a); }

rex::Result program(const rex::Once&) { return 0; }
