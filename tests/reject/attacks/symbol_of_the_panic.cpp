// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<int, 4> rex_panic;  // expect: program-name

rex::Result program(const rex::Once&) { return 0; }
