// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Counted {
  static inline rex::u32 calls = 0;  // expect: global
};
struct Program : Counted {};

rex::Result program(const rex::Once&) {
  ++Program::calls;
  return 0;
}
