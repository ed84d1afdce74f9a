// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

import rex;  // expect: module

rex::Result program(const rex::Once&) { return 0; }
