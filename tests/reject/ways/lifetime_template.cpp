// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
const T& copy_of(T value) {
  return value;  // expect: view-return
}

rex::Result program(const rex::Once&) {
  if (copy_of(3U) > 4) return 1;
  return 0;
}
