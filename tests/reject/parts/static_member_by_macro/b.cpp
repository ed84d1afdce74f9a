// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
rex::u32 Counter::add(rex::u32 amount) { return value += amount; }
