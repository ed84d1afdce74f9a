// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result other(const rex::Once&);  // expect: undefined-function

rex::Result program(const rex::Once&) { return 0; }
