// SPDX-License-Identifier: GPL-2.0-only
#define WIDE
#include "shared.hpp"
void fill(Outer& outer) { outer = Box<Inner>{}; }
