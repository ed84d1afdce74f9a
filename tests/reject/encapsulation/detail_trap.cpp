// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::detail::rex_trap(0, 0, 0, 0, 0);  // expect: sdk-internal
  return 0;
}
