// SPDX-License-Identifier: GPL-2.0-only
// A reference to the data that would outlive the lock.
#include <rex/rex.hpp>

rex::SpinLocked<rex::u64> number;

rex::Result program(const rex::Once&) {
  auto locked = number.lock();
  locked->update([](rex::u64& value) -> rex::u64& { return value; });  // expect: closure-return
  return rex::ok;
}
