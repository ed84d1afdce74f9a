// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const int& r = *rex::Option<int>{1};  // expect: view-temporary
  return r;
}
