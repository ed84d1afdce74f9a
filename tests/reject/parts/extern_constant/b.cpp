// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
constexpr rex::u64 limit = 3;
