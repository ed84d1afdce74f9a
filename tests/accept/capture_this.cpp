// SPDX-License-Identifier: GPL-2.0-only
// A closure in a member function.
// expect: value 30
#include <rex/rex.hpp>

struct Scale {
  rex::u32 factor = 5;
  rex::u32 total(const rex::Array<rex::u32, 3>& values) const {
    rex::u32 sum = 0;
    rex::for_each(values, [this, &sum](rex::u32 value) { sum += value * factor; });
    return sum;
  }
};

rex::Result capture_this(const rex::Once&) { return Scale{}.total({1, 2, 3}); }
