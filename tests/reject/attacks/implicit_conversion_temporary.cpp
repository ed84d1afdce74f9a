// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const rex::i64& same(const rex::i64& x) { return x; }

rex::Result program(const rex::Once&) {
  int a = 1;
  const rex::i64& r = same(a);  // expect: view-temporary
  return r;
}
