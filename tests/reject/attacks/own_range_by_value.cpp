// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct R {
  rex::Array<int, 3> a{1, 2, 3};
  auto begin() { return a.begin(); }
  auto end() { return a.end(); }
};
static auto first(R r) { return r.begin(); }  // expect: view-return

rex::Result program(const rex::Once&) {
  return *first(R{});
}
