// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::Array<rex::u64, 600> x{};
};

rex::Result program(const rex::Once&) {
  A a{};  // expect: object-size
  return a.x[0];
}
