// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  constexpr rex::Message m = "abc";
  return *m.text();  // expect: pointer
}
