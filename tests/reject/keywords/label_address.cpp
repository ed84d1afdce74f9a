// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  again:  // expect: construct
  return sizeof(&&again);  // expect: pointer
}
