// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#line 100  // expect: line-marker

rex::Result program(const rex::Once&) { return 0; }
