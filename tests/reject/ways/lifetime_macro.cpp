// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define REFER(name, value) const auto& name = value

struct Pair {
  rex::u32 first = 0;
  const rex::u32& one() const { return first; }
};

rex::Result program(const rex::Once&) {
  REFER(one, Pair{}.one());  // expect: view-temporary
  if (one > 1) return 1;
  return 0;
}
