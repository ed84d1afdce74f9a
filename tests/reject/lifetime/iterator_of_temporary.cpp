// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Array<int, 3> make() { return {1, 2, 3}; }

rex::Result program(const rex::Once&) {
  auto i = make().begin();  // expect: view-temporary
  return *i;
}
