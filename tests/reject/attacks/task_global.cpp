// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr rex::Option<rex::Task> task{};
static rex::Option<rex::Task> other{};  // expect: global

rex::Result program(const rex::Once&) {
  return 0;
}
