// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct P {
  int a;
  int b;
};

rex::Result program(const rex::Once&) {
  auto [a, b] = P{1, 2};
  auto f = [&a] { return [&a] { return a; }; };  // expect: closure-return
  return f()();
}
