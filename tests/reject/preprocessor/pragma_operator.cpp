// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

_Pragma("pack(1)")  // expect: pragma

rex::Result program(const rex::Once&) { return 0; }
