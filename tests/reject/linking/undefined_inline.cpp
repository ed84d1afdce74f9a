// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

inline int f();  // expect: undefined-function

rex::Result program(const rex::Once&) { return 0; }
