// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static constexpr int x = 1;
#define F(...) *(__VA_ARGS__)

rex::Result program(const rex::Once&) {
  return F(&x);  // expect: pointer
}
