// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr rex::Array<int, 2> a{1, 2};
constexpr rex::Span<const int> s = a;  // expect: view-stored

rex::Result program(const rex::Once&) { return 0; }
