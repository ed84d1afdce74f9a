// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { int x = 1; int& operator*() { return x; } };

rex::Result program(const rex::Once&) {
  auto& r = *S{};  // expect: view-temporary
  return r;
}
