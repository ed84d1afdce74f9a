// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  const int& get() const { return x; }
};

rex::Result program(const rex::Once&) {
  switch (const int& r = A{}.get(); r) {  // expect: view-temporary
    default:
      return r;
  }
}
