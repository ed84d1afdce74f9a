// SPDX-License-Identifier: GPL-2.0-only
#define WIDE
#include "shared.hpp"
void fill(Pair& pair) { pair.second = 1; }
