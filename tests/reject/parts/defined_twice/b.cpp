// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
rex::u32 answer() { return 2; }
