// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

asm(".text");  // expect: asm

rex::Result program(const rex::Once&) { return 0; }
