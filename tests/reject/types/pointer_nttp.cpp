// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <int* P>
struct A {};
static int f(A<nullptr>) { return 1; }  // expect: pointer

rex::Result program(const rex::Once&) { return 0; }
