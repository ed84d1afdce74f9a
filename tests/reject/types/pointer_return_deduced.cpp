// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static constexpr int x = 1;

static auto address() {
  return &x;  // expect: pointer
}

rex::Result program(const rex::Once&) {
  return *address();
}
