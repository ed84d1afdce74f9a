// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
static rex::u32 counter = 0;
rex::u32 answer() { return ++counter; }
