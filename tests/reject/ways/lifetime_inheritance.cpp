// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Base {
  rex::u32& value;  // expect: view-member
};
struct Derived : Base {};

rex::Result program(const rex::Once&) {

  return 0;
}
