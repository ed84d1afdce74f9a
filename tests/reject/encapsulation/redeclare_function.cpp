// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
constexpr T rex::min(T a, T b);  // expect: sdk-namespace

rex::Result program(const rex::Once&) { return 0; }
