// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
using F = decltype([](T x) {
  return *(&x + 1000);  // expect: pointer
});
template <class G>
struct Holder {
  using type = G;
};
template <class H>
static int run() {
  return typename H::type{}(1);
}

rex::Result program(const rex::Once&) {
  return run<Holder<F<int>>>();
}
