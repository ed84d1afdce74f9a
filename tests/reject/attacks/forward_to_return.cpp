// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static T&& forward(T&& x) {
  return rex::move(x);
}

rex::Result program(const rex::Once&) {
  int&& r = forward(3);  // expect: view-temporary
  return r;
}
