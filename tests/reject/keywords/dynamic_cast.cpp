// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Base {
  int x = 0;
};

rex::Result program(const rex::Once&) {
  Base b{};
  return sizeof(dynamic_cast<Base&>(b));  // expect: rtti
}
