// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P {
  int a = 1;
  int b = 2;
};
struct O {
  P p{};
  P& get() { return p; }
};

rex::Result program(const rex::Once&) {
  auto& [a, b] = O{}.get();  // expect: view-temporary
  return a + b;
}
