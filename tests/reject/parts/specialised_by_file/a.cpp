// SPDX-License-Identifier: GPL-2.0-only
#define FIRST
#include "shared.hpp"

template <>
struct Of<int> { rex::u8 x = 1; };
rex::Result program(const rex::Once&) { Of<int> o{}; return ask(o); }
