#include <rex/rex.hpp>  // expect: license

// SPDX-License-Identifier: GPL-2.0-only
rex::Result program(const rex::Once&) { return 0; }
