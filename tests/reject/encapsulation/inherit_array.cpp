// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A : rex::Array<int, 2> {};  // expect: inherit-sdk

rex::Result program(const rex::Once&) { return 0; }
