// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using C = rex::Fexit<"f", int>;
static int look(const C& c = C()) { return c.result<int>(); }  // expect: context

rex::Result program(const rex::Once&) {
  return look();
}
