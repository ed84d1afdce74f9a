// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  rex::RingBuf<4096> b;  // expect: map-scope
};
constexpr A a{};  // expect: map-scope

rex::Result program(const rex::Once&) { return 0; }
