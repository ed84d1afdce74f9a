// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
using F = decltype([](T& x, T& y) {
  return *(&x + 1000) < y;  // expect: pointer
});
struct S {
  using type = F<int>;
};

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{};
  rex::sort<rex::Array<int, 2>&, S::type>(a);
  return 0;
}
