// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Span<const char> s = "abc";  // expect: compiler
  return s[0];
}
