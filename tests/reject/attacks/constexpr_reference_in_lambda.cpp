// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [] { static constexpr int&& n = 0; return ++n; };  // expect: global
  return f() + f();
}
