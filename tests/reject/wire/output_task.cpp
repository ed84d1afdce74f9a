// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> out;

rex::Result program(const rex::Once&) {
  if (auto task = rex::Task::from_pid(1)) out.output(*task);  // expect: wire
  return 0;
}
