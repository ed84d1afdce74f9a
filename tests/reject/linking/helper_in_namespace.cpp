// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace tools {
int helper(int x) { return x; }  // expect: linkage
}

rex::Result program(const rex::Once&) { return 0; }
