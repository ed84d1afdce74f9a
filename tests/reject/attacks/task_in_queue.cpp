// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<rex::Task, 4> tasks;  // expect: wire

rex::Result program(const rex::Once&) {
  return 0;
}
