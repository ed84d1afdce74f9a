// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static T& store() {
  static constexpr T&& value = T{};  // expect: global
  return value;
}

rex::Result program(const rex::Once&) {
  return ++store<int>();
}
