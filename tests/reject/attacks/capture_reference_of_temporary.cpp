// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct O {
  int p = 1;
  int& get() { return p; }
};

rex::Result program(const rex::Once&) {
  auto f = [&x = O{}.get()] { return x; };  // expect: view-temporary
  return f();
}
