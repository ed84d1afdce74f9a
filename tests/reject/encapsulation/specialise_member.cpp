// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <>
constexpr int rex::Option<int>::value_or(int other) const { return other; }  // expect: specialisation

rex::Result program(const rex::Once&) { return 0; }
