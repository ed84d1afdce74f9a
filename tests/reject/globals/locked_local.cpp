// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::SpinLocked<rex::u64> mine;  // expect: map-scope
  return rex::ok;
}
