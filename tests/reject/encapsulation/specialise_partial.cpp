// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
template <>
class rex::Option<A> {};  // expect: specialisation

rex::Result program(const rex::Once&) { return 0; }
