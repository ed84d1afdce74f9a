// SPDX-License-Identifier: GPL-2.0-only
#define SMALL
#include "shared.hpp"
rex::Result take(const rex::Kprobe<"write_null">&) { return numbers.pop() ? 1 : 0; }
