// SPDX-License-Identifier: GPL-2.0-only
// Every kind of loop.
// expect: value 26
#include <rex/rex.hpp>

rex::Result loops(const rex::Once&) {
  rex::u32 count = 0;
  for (rex::u32 i = 0, j = 10; i < j; ++i, --j) ++count;
  do {
    ++count;
  } while (count < 10);
  while (true) {
    if (++count % 2 == 0) continue;
    if (count > 20) break;
  }
  for (rex::u32 i = 0; rex::u32 more = 5 - i; ++i) count += more > 4 ? more : 0;
  return count;
}
