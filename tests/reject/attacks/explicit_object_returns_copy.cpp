// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  int x = 3;
  auto&& get(this auto self) { return self.x; }  // expect: view-return
};

rex::Result program(const rex::Once&) {
  S s{};
  return s.get();
}
