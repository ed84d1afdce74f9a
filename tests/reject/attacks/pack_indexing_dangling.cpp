// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class... T>
static const auto& last(T... t) { return t...[sizeof...(T) - 1]; }  // expect: view-return

rex::Result program(const rex::Once&) {
  return last(1, 2, 3);
}
