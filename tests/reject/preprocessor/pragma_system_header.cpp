// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#pragma GCC system_header  // expect: pragma

rex::Result program(const rex::Once&) { return 0; }
