// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S { int x = 0; };
template <class T>
struct Box { const T value = T(); };  // expect: context

rex::Result program(const rex::Once&) {
  return Box<rex::Lsm<"f", int>>().value.argument<0>();
}
