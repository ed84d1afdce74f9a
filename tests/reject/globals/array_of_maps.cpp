// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Array<rex::Queue<int, 4>, 2> queues{};  // expect: map-scope

rex::Result program(const rex::Once&) { return 0; }
