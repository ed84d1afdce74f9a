// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define CAT(a, b) a##b
#define CAT2(a, b) CAT(a, b)
#define NAME CAT2(__built, in_abs)

rex::Result program(const rex::Once&) {
  return NAME(3);  // expect: reserved-name
}
