// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class... T>
struct Holder {};
template <class A, class B>
struct Pair : Holder<A, B> {
  B b;  // expect: view-member
  A a{};
};
static int g(const Pair<int, rex::Span<int>>& p) { return p.a; }

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{};
  return sizeof(Pair<int, rex::Span<int>>);
}
