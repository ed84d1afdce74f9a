// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define JOIN(a, b) a##b

rex::Result program(const rex::Once&) {
  return JOIN(__built, in_popcount)(3);  // expect: reserved-name
}
