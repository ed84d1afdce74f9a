// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace {
int init_module() { return 1; }
}
int cleanup_module() { return 1; }  // expect: linkage

rex::Result program(const rex::Once&) {
  return 0;
}
