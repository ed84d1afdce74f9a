// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::SpinLocked<bool> flag;                    // expect: wire
rex::ArrayMap<rex::SpinLocked<bool>, 4> flags;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
