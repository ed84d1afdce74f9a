// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class... F>
struct Overload : F... {  // expect: inherit-sdk
  using F::operator()...;
};
template <class... F>
Overload(F...) -> Overload<F...>;
static int f() { return Overload{[](int x) { return x; }}(1); }

rex::Result program(const rex::Once&) { return 0; }
