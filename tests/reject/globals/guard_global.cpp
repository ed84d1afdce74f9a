// SPDX-License-Identifier: GPL-2.0-only
// A lock that nothing gives back.
#include <rex/rex.hpp>

rex::SpinLocked<rex::u64> number;
rex::LockGuard<rex::u64> kept;  // expect: global

rex::Result program(const rex::Once&) {
  if (auto locked = number.lock()) kept = rex::move(*locked);
  return rex::ok;
}
