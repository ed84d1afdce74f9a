// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

void operator delete(int*);  // expect: new-delete

rex::Result program(const rex::Once&) {
  return 0;
}
