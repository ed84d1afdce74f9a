// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::u64 read(rex::SpinLocked<rex::u64> number) {  // expect: map-scope
  return number.lock()->get();
}

rex::Result program(const rex::Once&) { return 0; }
