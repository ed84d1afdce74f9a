// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"

int ask(Flag flag) { return flag.set ? 1 : 2; }
