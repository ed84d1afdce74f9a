// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const auto& s = true ? "a" : "b";  // expect: c-array
  return s[0];
}
