// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace mine {
rex::Result other(const rex::Once&) { return 0; }  // expect: program-name
}

rex::Result program(const rex::Once&) { return 0; }
