// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#line 7 "rex/rex.hpp"  // expect: line-marker

rex::Result program(const rex::Once&) { return 0; }
