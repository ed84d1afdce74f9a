// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"

const int& pick(const int& a, const int& b [[clang::lifetimebound]]) { return b; }
