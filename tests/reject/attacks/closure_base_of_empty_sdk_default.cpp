// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Less {
  template <class T>
  bool operator()(T& x, T& y) const {
    return *(&x + 1000) < y;  // expect: pointer
  }
};

rex::Result program(const rex::Once&) {
  rex::Array<int, 3> a{3, 2, 1};
  rex::sort<rex::Array<int, 3>&, Less>(a);
  return 0;
}
