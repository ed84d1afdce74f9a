// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

class A {
 public:
  constexpr A(rex::u8 a, rex::u16 b) : a_{a}, b_{b} {}

 private:
  rex::u8 a_;
  rex::u16 b_;
};
rex::Param<A> p{A{1, 2}};  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
