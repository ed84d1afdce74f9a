// SPDX-License-Identifier: GPL-2.0-only
// says: return rex::Expected<T>
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  throw 1;  // expect: exception
  return 0;
}
