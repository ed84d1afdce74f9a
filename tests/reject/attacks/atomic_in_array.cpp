// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Array<rex::Atomic<int>, 4> a;  // expect: map-scope

rex::Result program(const rex::Once&) { return 0; }
