// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

[[noreturn]] static void f() { for (;;) {} }  // expect: attribute

rex::Result program(const rex::Once&) { return 0; }
