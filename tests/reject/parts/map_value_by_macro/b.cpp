// SPDX-License-Identifier: GPL-2.0-only
#define WIDE
#include "shared.hpp"
rex::Result take(const rex::Kprobe<"write_null">&) { return events.pop() ? 1 : 0; }
