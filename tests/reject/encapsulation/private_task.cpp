// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto t = rex::Task{};  // expect: compiler
  return 0;
}
