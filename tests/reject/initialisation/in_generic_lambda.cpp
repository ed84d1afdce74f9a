// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return [](auto y) {
    decltype(y) x;  // expect: init
    x = y;
    return x;
  }(1);
}
