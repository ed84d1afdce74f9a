// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  constexpr rex::FixedString s{"abc"};
  return s.text[7];  // expect: c-array
}
