// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = [] { return rex::Array{1, 2}; };
  auto& r = f()[0];  // expect: view-temporary
  return r;
}
