// SPDX-License-Identifier: GPL-2.0-only
#define WIDE
#include "shared.hpp"
void fill(Table& table) { table.cells[63] = 1; }
