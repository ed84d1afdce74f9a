// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Status other(const rex::Kprobe<"x">&) { return {}; }  // expect: program

rex::Result program(const rex::Once&) { return 0; }
