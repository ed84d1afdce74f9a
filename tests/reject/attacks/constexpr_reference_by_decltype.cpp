// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static constexpr decltype((rex::move(*rex::Option<int>{1}))) slot = 3;  // expect: global

rex::Result program(const rex::Once&) {
  return ++slot;
}
