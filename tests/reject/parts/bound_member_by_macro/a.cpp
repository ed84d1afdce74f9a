// SPDX-License-Identifier: GPL-2.0-only
#define FIRST
#include "shared.hpp"

rex::Result program(const rex::Once&) {
  S s{};
  const int& r = s.pick(s.x + 1);
  return r;
}
