// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class A { x };
enum class B { x };

rex::Result program(const rex::Once&) {
  return static_cast<A>(B::x) == A::x;  // expect: enum-cast
}
