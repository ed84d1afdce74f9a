// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
union Either {  // expect: union
  T a;
  int b;
};

rex::Result program(const rex::Once&) { return 0; }
