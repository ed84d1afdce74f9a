// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

void helper(rex::Span<int> s) { s[0] = 1; }  // expect: linkage

rex::Result program(const rex::Once&) { return 0; }
