// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#pragma clang attribute push(__attribute__((weak)), apply_to = function)  // expect: pragma
#pragma clang attribute pop  // expect: pragma

rex::Result program(const rex::Once&) { return 0; }
