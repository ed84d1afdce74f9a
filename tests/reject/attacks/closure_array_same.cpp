// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static auto pair(T a) { return rex::Array{a, a}; }  // expect: view-stored

rex::Result program(const rex::Once&) {
  int a = 1;
  auto h = pair([&] { return a; });  // expect: view-stored
  return h[0]();
}
