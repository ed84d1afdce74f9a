// SPDX-License-Identifier: GPL-2.0-only
// An element that is allocated late gets a new lock while somebody still holds the old one.
#include <rex/rex.hpp>

rex::HashMap<rex::u32, rex::SpinLocked<rex::u64>, 4, rex::allocated_late> m;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
