// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{};
  using I = decltype(a.begin());
  I i{0, 100, 50};  // expect: compiler
  return *i;
}
