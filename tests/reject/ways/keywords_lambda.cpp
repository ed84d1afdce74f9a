// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const auto wait = [] { asm volatile("pause"); };  // expect: asm
  wait();
  return 0;
}
