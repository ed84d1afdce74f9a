// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <int... N>
struct Many {
  rex::Array<rex::Queue<int, 4>, sizeof...(N)> all{};  // expect: map-scope
};
static int f(const Many<1, 2>& m) { return sizeof(m); }

rex::Result program(const rex::Once&) {
  return 0;
}
