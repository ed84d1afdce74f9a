// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#undef __x86_64__  // expect: macro

rex::Result program(const rex::Once&) { return 0; }
