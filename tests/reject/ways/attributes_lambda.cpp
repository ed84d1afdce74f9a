// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const auto one = [] [[gnu::pure]] () { return 1U; };  // expect: attribute
  if (one() > 1) return 1;
  return 0;
}
