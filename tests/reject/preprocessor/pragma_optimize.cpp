// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#pragma clang optimize off  // expect: pragma

rex::Result program(const rex::Once&) { return 0; }
