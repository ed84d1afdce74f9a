// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  [] {
    goto out;  // expect: goto
  out:  // expect: construct
    return;
  }();
  return 0;
}
