// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Atomic<rex::u64> counter;

rex::Result program(const rex::Once&) {
  auto& a = counter;
  a.add(1);
  auto b = a;  // expect: compiler
  return 0;
}
