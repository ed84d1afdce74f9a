// SPDX-License-Identifier: GPL-2.0-only
// expect: panic 3 0 0
// An iterator that is past the last task lends none.
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const rex::Processes all{};
  auto task = all.begin();
  while (!(task == all.end())) ++task;
  return (*task).pid();
}
