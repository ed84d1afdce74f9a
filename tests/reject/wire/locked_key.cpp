// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::HashMap<rex::SpinLocked<rex::u64>, rex::u32, 4> m;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
