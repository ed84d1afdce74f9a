// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::detail::rex_map map{};  // expect: sdk-internal
  return 0;
}
