// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<decltype([] {}), 4> q;  // expect: wire

rex::Result program(const rex::Once&) {
  return 0;
}
