// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <>
constexpr int rex::max_value<int> = 3;  // expect: specialisation

rex::Result program(const rex::Once&) { return 0; }
