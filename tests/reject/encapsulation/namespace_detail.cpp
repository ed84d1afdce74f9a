// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace rex::detail {  // expect: sdk-namespace
static int x() { return 1; }
}

rex::Result program(const rex::Once&) { return 0; }
