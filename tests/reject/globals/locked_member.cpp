// SPDX-License-Identifier: GPL-2.0-only
// A lock in the middle of a value: nobody would keep off it.
#include <rex/rex.hpp>

struct Value {
  rex::u64 number;
  rex::SpinLocked<rex::u64> locked;  // expect: map-scope
};

rex::Result program(const rex::Once&) { return 0; }
