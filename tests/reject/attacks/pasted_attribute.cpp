// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define JOIN(a, b) a##b
JOIN([, [)gnu::weak]] inline int f() { return 1; }  // expect: compiler

rex::Result program(const rex::Once&) {
  return f();
}
