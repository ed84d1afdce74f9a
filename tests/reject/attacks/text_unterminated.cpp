// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Text<2> t{"abcdef"};  // expect: compiler
  return t.size();
}
