// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  static inline rex::Atomic<rex::u64> a;  // expect: map-scope
};

rex::Result program(const rex::Once&) {
  return 0;
}
