// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{};
  rex::Option o{a.begin()};  // expect: view-stored
  return 0;
}
