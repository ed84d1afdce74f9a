// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  const rex::Once& once;  // expect: view-member
};
rex::Result other(const rex::Once& once) { return sizeof(A{once}); }

rex::Result program(const rex::Once&) {
  return 0;
}
