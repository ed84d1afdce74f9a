// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Param<rex::u32> init_module;  // expect: program-name

rex::Result program(const rex::Once&) { return 0; }
