// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  int b = 0;
  friend bool operator==(S, S) = default;  // expect: friend
};

rex::Result program(const rex::Once&) {
  return 0;
}
