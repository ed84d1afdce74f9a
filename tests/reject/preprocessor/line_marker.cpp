// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

# 7 "rex/rex.hpp" 3  // expect: line-marker

rex::Result program(const rex::Once&) { return 0; }
