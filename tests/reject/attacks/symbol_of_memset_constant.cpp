// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

inline constexpr rex::Array<rex::u8, 16> memset{0xcc};  // expect: program-name

rex::Result program(const rex::Once&) { return 0; }
