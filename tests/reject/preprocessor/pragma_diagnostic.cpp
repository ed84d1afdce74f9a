// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#pragma clang diagnostic ignored "-Weverything"  // expect: pragma

rex::Result program(const rex::Once&) { return 0; }
