// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  constexpr rex::Message m = "abc";
  auto p = m.text();  // expect: pointer
  rex::panic(m);
}
