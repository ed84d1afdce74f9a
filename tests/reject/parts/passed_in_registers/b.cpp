// SPDX-License-Identifier: GPL-2.0-only
#define STRICT
#include "shared.hpp"
rex::u32 spend(Token token) { return token.value; }
