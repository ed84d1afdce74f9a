// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};
template <>
constexpr bool rex::detail::is_range<A> = true;  // expect: specialisation

rex::Result program(const rex::Once&) { return 0; }
