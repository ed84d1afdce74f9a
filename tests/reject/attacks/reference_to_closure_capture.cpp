// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [x = 1]() mutable -> int& { return x; };  // expect: closure-return
  return f();
}
