// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Text<8> t = "abc";
  rex::panic(t);  // expect: compiler
}
