// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
T make() {
  T value;  // expect: init
  return value;
}

rex::Result program(const rex::Once&) {
  if (make<rex::u32>() > 1) return 1;
  return 0;
}
