// SPDX-License-Identifier: GPL-2.0-only
#define WIDE
#include "shared.hpp"
rex::Array<rex::u64, 32> make() { return rex::Array<rex::u64, 32>{}; }
