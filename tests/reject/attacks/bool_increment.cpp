// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  bool b = true;
  ++b;  // expect: compiler
  return b;
}
