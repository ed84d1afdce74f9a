// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr rex::Array<int, 4> a{
#embed "embed.cpp" limit(4)  // expect: embed
};

rex::Result program(const rex::Once&) { return 0; }
