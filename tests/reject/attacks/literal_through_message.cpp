// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto m = rex::Message{"x"};
  auto c = m.text()[5];  // expect: pointer
  return c;
}
