// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static int f() {
  return sizeof(T);
}

rex::Result program(const rex::Once&) {
  return f<rex::detail::rex_map>();  // expect: sdk-internal
}
