// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::ArrayMap<rex::SpinLocked<rex::SpinLocked<rex::u64>>, 4> m;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
