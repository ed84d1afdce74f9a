// SPDX-License-Identifier: GPL-2.0-only
// says: a global rex::Atomic<T>
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  static int calls = 0;  // expect: static-local
  ++calls;
  return 0;
}
