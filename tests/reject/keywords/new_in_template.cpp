// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static T make() {
  return *new T;  // expect: new-delete
}

rex::Result program(const rex::Once&) {
  return make<int>();
}
