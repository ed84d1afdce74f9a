// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int three() { return 3; }
struct S {
  const int& pick(const int& a [[clang::lifetimebound]] = three()) { return a; }
};

rex::Result program(const rex::Once&) {
  S s{};
  const int& r = s.pick();  // expect: view-temporary
  return r;
}
