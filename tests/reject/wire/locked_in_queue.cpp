// SPDX-License-Identifier: GPL-2.0-only
// The kernel looks for locks in values of arrays and hashes only.
#include <rex/rex.hpp>

rex::Queue<rex::SpinLocked<rex::u64>, 4> q;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
