// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::Array<int, 4> make() { return {1, 2, 3, 4}; }

rex::Result program(const rex::Once&) {
  rex::Array<int, 4> kept{1, 2, 3, 4};
  auto&& r = kept[0] == 1 ? rex::move(kept) : make();
  auto&& q = (kept[0] == 1 ? kept : rex::Array<int, 4>{1, 2, 3, 4})[1];  // expect: view-temporary
  return r[0] + q;
}
