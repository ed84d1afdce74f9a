// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class Colour { red, green };

template <class T>
static T make(int x) {
  return static_cast<T>(x);  // expect: enum-cast
}

rex::Result program(const rex::Once&) {
  return make<Colour>(7) == Colour::red;
}
