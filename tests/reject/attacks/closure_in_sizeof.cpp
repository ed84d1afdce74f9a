// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return sizeof([] { int* p = 0; return p; }());  // expect: pointer
}
