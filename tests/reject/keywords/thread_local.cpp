// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  thread_local int x = 1;  // expect: thread-local
  return x;
}
