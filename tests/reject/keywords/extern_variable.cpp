// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

extern int jiffies;  // expect: extern

rex::Result program(const rex::Once&) { return 0; }
