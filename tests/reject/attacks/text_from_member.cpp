// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Array<char, 4> a{'a', 'b', 'c', 'd'};
  rex::Text<8> t = a.elements_;  // expect: c-array
  return 0;
}
