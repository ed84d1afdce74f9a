// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  wchar_t x = 1;  // expect: keyword
  return x;
}
