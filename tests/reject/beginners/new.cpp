// SPDX-License-Identifier: GPL-2.0-only
// says: declare a local variable, a rex::Array<T, N>, or a map
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto& value = *new int(3);  // expect: new-delete
  return 0;
}
