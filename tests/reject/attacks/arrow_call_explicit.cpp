// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Option<int> o{1};
  auto p = o.operator->();  // expect: pointer
  return 1;
}
