// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int f([[clang::noescape]] int x) { return x; }  // expect: attribute

rex::Result program(const rex::Once&) { return 0; }
