// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result helper(rex::Once&&) { return 0; }  // expect: linkage

rex::Result program(const rex::Once&) { return 0; }
