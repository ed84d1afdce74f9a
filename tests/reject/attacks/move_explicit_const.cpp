// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto&& r = rex::move<const int>(5);  // expect: view-temporary
  return r;
}
