// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class F>
struct Holder {
  F f;  // expect: view-member
};
template <class F>
static Holder<F> hold(F f) { return {f}; }

rex::Result program(const rex::Once&) {
  int a = 1;
  auto h = hold([&] { return a; });
  return h.f();
}
