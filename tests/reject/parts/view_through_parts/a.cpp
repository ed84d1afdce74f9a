// SPDX-License-Identifier: GPL-2.0-only
#define FIRST
#include "shared.hpp"

rex::Result program(const rex::Once&) {
  auto s = view(rex::Array<int, 2>{1, 2});
  return s[0];
}
