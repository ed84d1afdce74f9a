// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define OPEN [
OPEN OPEN gnu::weak]] inline int f() { return 1; }  // expect: attribute

rex::Result program(const rex::Once&) {
  return f();
}
