// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { int x = 1; };
template <auto M>
static int get(S& s) { return s.*M; }  // expect: member-pointer

rex::Result program(const rex::Once&) {
  S s{};
  return get<&S::x>(s);  // expect: member-pointer
}
