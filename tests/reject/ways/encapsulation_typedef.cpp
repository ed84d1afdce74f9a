// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Site = rex::detail::rex_log_site;  // expect: sdk-internal

rex::Result program(const rex::Once&) {
  if (sizeof(Site) > 64) return 1;
  return 0;
}
