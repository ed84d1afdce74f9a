// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Option<int> o{1};
  auto& r = o.operator->()[5];  // expect: view-temporary
  return r;
}
