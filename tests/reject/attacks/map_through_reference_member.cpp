// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<int, 4> q;
struct A {
  rex::Queue<int, 4>& queue = q;  // expect: view-member
};

rex::Result program(const rex::Once&) {
  return 0;
}
