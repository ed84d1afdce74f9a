// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Param<rex::Array<int, 3>> p;

rex::Result program(const rex::Once&) {
  const int& r = p.get()[1];  // expect: view-temporary
  return r;
}
