// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static bool operator<(const rex::Option<int>& a, const rex::Option<int>& b) { return *a < *b; }  // expect: operator

rex::Result program(const rex::Once&) { return 0; }
