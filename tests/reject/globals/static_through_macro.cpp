// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define NEXT() [] { static int n = 0; return ++n; }()

rex::Result program(const rex::Once&) {
  return NEXT();  // expect: static-local
}
