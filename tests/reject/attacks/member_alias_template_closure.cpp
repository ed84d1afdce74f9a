// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct H {
  template <class U>
  using F = decltype([](U& x) {
    return *(&x + 1000);  // expect: pointer
  });
};

rex::Result program(const rex::Once&) {
  int x = 1;
  H<int>::F<int> f{};
  return f(x);
}
