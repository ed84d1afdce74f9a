// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 1;
  decltype([](int& y) { return *(&y + 9); }) f{};  // expect: pointer
  return f(x);
}
