// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Option<rex::Atomic<int>> a;  // expect: map-scope

rex::Result program(const rex::Once&) { return 0; }
