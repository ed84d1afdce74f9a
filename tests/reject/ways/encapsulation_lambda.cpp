// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const auto inner = [](auto value) { return value + sizeof(rex::detail::rex_log_site); };  // expect: sdk-internal
  if (inner(1U) > 64) return 1;
  return 0;
}
