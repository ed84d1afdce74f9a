// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
rex::Queue<rex::u64, 16> numbers;
rex::Result start(const rex::Once&) { return rex::ok; }
