// SPDX-License-Identifier: GPL-2.0-only
// The end, with a message.
// expect: panic 0 0 0 no way
#include <rex/rex.hpp>

rex::Result explicit_panic(const rex::Once&) {
  if (rex::Task::from_pid(-1)) return 1;
  rex::panic("no way");
}
