// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
};

template <class T>
static void end(T& x) {
  x.~T();  // expect: destructor-call
}

rex::Result program(const rex::Once&) {
  A a{};
  end(a);
  return 0;
}
