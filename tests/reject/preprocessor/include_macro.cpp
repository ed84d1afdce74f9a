// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define HEADER <string>
#include HEADER  // expect: include

rex::Result program(const rex::Once&) { return 0; }
