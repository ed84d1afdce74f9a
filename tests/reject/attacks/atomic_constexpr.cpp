// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr rex::Atomic<int> a{1};  // expect: map-scope

rex::Result program(const rex::Once&) { return 0; }
