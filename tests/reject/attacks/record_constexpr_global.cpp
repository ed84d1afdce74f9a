// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr rex::Record<rex::u64> none{};

rex::Result program(const rex::Once&) {
  auto copy = none;  // expect: compiler
  return 0;
}
