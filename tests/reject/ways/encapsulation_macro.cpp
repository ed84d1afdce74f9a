// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define INSIDE rex::detail

rex::Result program(const rex::Once&) {
  INSIDE::rex_random();  // expect: sdk-internal
  return 0;
}
