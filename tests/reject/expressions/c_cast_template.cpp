// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T, class U>
static T convert(U x) {
  return (T)x;  // expect: cast
}

rex::Result program(const rex::Once&) {
  return convert<int>(3ll);
}
