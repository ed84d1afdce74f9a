// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f(const rex::Option<rex::Once>& o) { return 1; }
static int g(rex::Option<rex::Once> o) { return 1; }  // expect: context

rex::Result program(const rex::Once&) { return 0; }
