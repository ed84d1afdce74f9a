// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define PACK _Pragma("pack(1)")
PACK  // expect: pragma

rex::Result program(const rex::Once&) { return 0; }
