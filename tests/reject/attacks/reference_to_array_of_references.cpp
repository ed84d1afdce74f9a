// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int x = 1;
  rex::Array<int&, 1> a{x};  // expect: view-stored
  return a[0];
}
