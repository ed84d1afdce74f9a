// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class... F>
struct Overload : F... {  // expect: inherit-sdk
  using F::operator()...;
};

rex::Result program(const rex::Once&) {
  int x = 1;
  Overload o{[&](int) { return x; }, [](bool) { return 2; }};
  return o(1);
}
