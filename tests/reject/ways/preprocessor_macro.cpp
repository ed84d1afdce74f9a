// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define PASTE(a, b) a##b

rex::Result program(const rex::Once&) {
  const auto value = PASTE(__builtin_, clz)(1U);  // expect: reserved-name
  if (value > 1) return 1;
  return 0;
}
