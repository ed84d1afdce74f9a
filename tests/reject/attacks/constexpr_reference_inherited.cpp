// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Base {
  static constexpr int&& value = 0;  // expect: global
};
struct Derived : Base {};

rex::Result program(const rex::Once&) {
  return ++Derived::value;
}
