// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

[[gnu::alias("program")]] static int f();  // expect: attribute

rex::Result program(const rex::Once&) { return 0; }
