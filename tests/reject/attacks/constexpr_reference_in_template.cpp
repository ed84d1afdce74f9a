// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct Store {
  static constexpr T&& value = T{};  // expect: global
};

rex::Result program(const rex::Once&) {
  return ++Store<int>::value;
}
