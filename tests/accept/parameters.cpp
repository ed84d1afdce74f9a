// SPDX-License-Identifier: GPL-2.0-only
// Constants of load time.
// expect: value 1005
#include <rex/rex.hpp>

struct Range {
  rex::u32 low;
  rex::u32 high;
};

rex::Param<rex::u32> limit{1000};
rex::Param<Range> range{Range{5, 9}};

rex::Result parameters(const rex::Once&) { return limit + range.get().low; }
