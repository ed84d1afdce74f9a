// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
class A {
  friend T;  // expect: friend
};

rex::Result program(const rex::Once&) { return 0; }
