// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto f = []() noexcept(noexcept([] { int* p = nullptr; return *p; }())) { return 1; };  // expect: pointer
  return f();
}
