// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  namespace d = rex::detail;  // expect: sdk-internal
  return 0;
}
