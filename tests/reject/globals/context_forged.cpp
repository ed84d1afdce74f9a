// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Kprobe<"x"> k{};  // expect: compiler
  return 0;
}
