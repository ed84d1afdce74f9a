// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Option<int> last;  // expect: global

rex::Result program(const rex::Once&) { return 0; }
