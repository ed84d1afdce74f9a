// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define ALLOCATE new

rex::Result program(const rex::Once&) {
  auto& value = *ALLOCATE int(3);  // expect: new-delete
  if (value > 1) return 1;
  return 0;
}
