// SPDX-License-Identifier: GPL-2.0-only
// says: return rex::Option<T>
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto nothing = nullptr;  // expect: pointer
  return 0;
}
