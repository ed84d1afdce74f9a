// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [s = rex::Array<int, 2>{1, 2}.span()] { return s[0]; };  // expect: view-temporary
  return f();
}
