// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result other(const rex::Once&) { return 0; }
rex::Result other(const rex::Kprobe<"x">&) { return 0; }  // expect: program-name

rex::Result program(const rex::Once&) { return 0; }
