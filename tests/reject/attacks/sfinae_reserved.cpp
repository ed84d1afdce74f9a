// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
auto f(T x) -> decltype(__builtin_abs(x));  // expect: reserved-name

rex::Result program(const rex::Once&) {
  return 0;
}
