// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct F {
  template <class T>
  void operator()(T& x) const {
    *(&x + 100) = 1;  // expect: pointer
  }
};

rex::Result program(const rex::Once&) {
  rex::Array<int, 3> a{};
  rex::for_each(a, F{});
  return 0;
}
