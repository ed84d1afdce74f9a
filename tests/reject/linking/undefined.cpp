// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int helper(int x);  // expect: undefined-function

rex::Result program(const rex::Once&) { return helper(1); }
