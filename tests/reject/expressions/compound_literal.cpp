// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x;
};

rex::Result program(const rex::Once&) {
  return (A){1}.x;  // expect: construct
}
