// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto i = [] {  // expect: view-temporary
    rex::Array<int, 2> a{};
    return a.begin();
  }();
  return *i;
}
